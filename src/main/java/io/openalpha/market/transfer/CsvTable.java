package io.openalpha.market.transfer;

import io.openalpha.format.CsvDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, plain or gzipped, read line by line: UTF-8, with or without a byte-order mark, its values separated by
 * commas, semicolons, tabs or bars. Lines without any value are passed over.
 */
final class CsvTable implements TableSource {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final CSVParser lines;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> positions;
    private final int width;
    private @Nullable CSVRecord record;

    /** @throws BarFileException if it is no CSV */
    CsvTable(Path file) throws IOException {
        this.file = file;
        try {
            BufferedReader text = text(file);
            this.lines = CSVParser.builder()
                    .setReader(text)
                    .setFormat(CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(CsvDelimiter.of(text))
                            .setTrim(true)
                            .setIgnoreEmptyLines(true)
                            .get())
                    .get();
        } catch (CharacterCodingException e) {
            throw new BarFileException("%s: is not text in UTF-8".formatted(file));
        }
        this.records = lines.iterator();
        if (!next()) {
            throw new BarFileException("%s: is empty".formatted(file));
        }
        List<String> header = record().toList();
        this.width = header.size();
        try {
            this.positions = ColumnNames.positions(header);
        } catch (IllegalArgumentException e) {
            throw new BarFileException("%s: %s".formatted(place(), e.getMessage()));
        }
    }

    private static BufferedReader text(Path file) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] start = bytes.readNBytes(2);
        bytes.unread(start);
        int mark = start.length < 2 ? 0 : ((start[0] & 0xFF) << 8) | (start[1] & 0xFF);
        boolean packed = mark == 0x1F8B;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new BarFileException("%s: is text in UTF-16; save it as UTF-8".formatted(file));
        }
        if (mark == 0x504B) {
            throw new BarFileException("%s: is a zip archive or an Excel file; save it as CSV".formatted(file));
        }
        if (!packed && file.toString().endsWith(".gz")) {
            throw new BarFileException("%s: is not gzipped, whatever its name says".formatted(file));
        }
        InputStream plain = packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public Set<String> columns() {
        return positions.keySet();
    }

    @Override
    public boolean next() {
        try {
            do {
                if (!records.hasNext()) {
                    return false;
                }
                record = records.next();
            } while (Arrays.stream(record.values()).allMatch(String::isEmpty));
        } catch (UncheckedIOException e) {
            throw new BarFileException("%s, line %s: %s".formatted(file, number(), problem(e)));
        } catch (IllegalStateException e) {
            throw new BarFileException("%s, line %s: is not CSV".formatted(file, number()));
        }
        if (width > 0 && record.size() != width) {
            throw new BarFileException("%s: %s values for %s columns".formatted(place(), record.size(), width));
        }
        return true;
    }

    private static String problem(UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        if (cause instanceof CharacterCodingException) {
            return "is not text in UTF-8";
        }
        return cause instanceof CSVException ? "is not CSV" : "cannot be read further: " + ImportFiles.reason(cause);
    }

    private CSVRecord record() {
        if (record == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return record;
    }

    @Override
    public @Nullable String value(String column) {
        Integer position = positions.get(column);
        String text = position == null ? "" : record().get(position);
        return text.isEmpty() ? null : text;
    }

    @Override
    public long number() {
        return lines.getCurrentLineNumber();
    }

    @Override
    public String place() {
        return "%s, line %s".formatted(file, number());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
