package io.openalpha.market.transfer;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of bars, plain or gzipped, read line by line. */
final class CsvBars implements BarSource {

    static final String IMPORTED = "import";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final Path file;
    private final CSVParser lines;
    private final Iterator<CSVRecord> records;
    private final boolean asTraded;
    private final String dateColumn;

    /** @throws BarFileException if its header lacks a column */
    CsvBars(Path file) throws IOException {
        this.file = file;
        this.lines =
                CSVParser.builder().setReader(reader(file)).setFormat(FORMAT).get();
        this.records = lines.iterator();
        List<String> header = lines.getHeaderNames();
        this.asTraded = header.contains("split_coefficient");
        this.dateColumn = header.contains("date") ? "date" : "timestamp";
        for (String column : List.of("symbol", dateColumn, "open", "high", "low", "close", "volume")) {
            if (!header.contains(column)) {
                throw new BarFileException(
                        "%s, line 1: column '%s' is missing; wanted are %s".formatted(file, column, BarColumns.ALL));
            }
        }
    }

    private static Reader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new InputStreamReader(packed ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean asTraded() {
        return asTraded;
    }

    @Override
    public long line() {
        return lines.getCurrentLineNumber();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (RuntimeException e) {
            throw new BarFileException("%s, line %s: is not CSV".formatted(file, line()));
        }
    }

    /** @throws BarFileException if the line makes no sense */
    @Override
    public ImportRow next() {
        CSVRecord record = records.next();
        try {
            if (!record.isConsistent()) {
                throw new IllegalArgumentException("%s values for %s columns"
                        .formatted(record.size(), lines.getHeaderNames().size()));
            }
            return row(record);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BarFileException("%s, line %s: %s".formatted(file, line(), e.getMessage()));
        }
    }

    private ImportRow row(CSVRecord record) {
        String source = optional(record, "source");
        String adjustedClose = optional(record, "adjusted_close");
        DailyBar bar = new DailyBar(
                LocalDate.parse(record.get(dateColumn)),
                number(record, "open"),
                number(record, "high"),
                number(record, "low"),
                number(record, "close"),
                adjustedClose.isEmpty() ? 0 : number(record, "adjusted_close"),
                (long) number(record, "volume"),
                !optional(record, "final").equals("false"),
                !adjustedClose.isEmpty());
        return new ImportRow(
                Symbol.of(record.get("symbol")),
                bar,
                optional(record, "dividend_amount").isEmpty() ? 0 : number(record, "dividend_amount"),
                optional(record, "split_coefficient").isEmpty() ? 1 : number(record, "split_coefficient"),
                source.isEmpty() ? IMPORTED : source);
    }

    private static String optional(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }

    private static double number(CSVRecord record, String column) {
        String text = record.get(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, text), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
