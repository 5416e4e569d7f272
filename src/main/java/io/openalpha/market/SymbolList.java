package io.openalpha.market;

import io.openalpha.format.CsvDelimiter;
import io.openalpha.format.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list of symbols as users keep it in a file: CSV with a header that has a column {@code symbol} (or
 * {@code ticker}) and may have {@code name} and {@code sector}, or one symbol a line. Lines that begin with # are
 * comments. A bad line costs that line.
 *
 * @param instruments the good lines, in the order of the file
 * @param complaints one sentence a bad line, beginning with its number
 */
public record SymbolList(List<Instrument> instruments, List<String> complaints) {

    private static final String[] OTHER_COLUMNS = {
        "name",
        "security",
        "company",
        "company name",
        "title",
        "description",
        "isin",
        "cusip",
        "sedol",
        "figi",
        "wkn",
        "ric",
        "identifier",
        "instrument",
        "sector",
        "gics sector",
        "industry",
        "exchange",
        "currency",
        "country",
        "weight"
    };
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    /** @throws IOException if the text cannot be read, a quotation mark is not closed, or no column has symbols */
    public static SymbolList read(Reader text) throws IOException {
        Sorting sorting = new Sorting();
        BufferedReader buffered = withoutByteOrderMark(text);
        CSVFormat format =
                FORMAT.builder().setDelimiter(CsvDelimiter.of(buffered)).get();
        try (CSVParser lines =
                CSVParser.builder().setReader(buffered).setFormat(format).get()) {
            for (CSVRecord line : lines) {
                sorting.add(line, lines.getCurrentLineNumber());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new SymbolList(List.copyOf(sorting.good.values()), List.copyOf(sorting.complaints));
    }

    private static BufferedReader withoutByteOrderMark(Reader text) throws IOException {
        BufferedReader rest = new BufferedReader(text);
        rest.mark(1);
        if (rest.read() != BYTE_ORDER_MARK) {
            rest.reset();
        }
        return rest;
    }

    /** The good lines and the bad ones, as they are read. */
    private static final class Sorting {

        private final Map<Symbol, Instrument> good = new LinkedHashMap<>();
        private final List<String> complaints = new ArrayList<>();
        private Columns columns = new Columns(0, -1, -1);

        void add(CSVRecord line, long number) throws IOException {
            if (good.isEmpty() && Columns.isHeader(line)) {
                columns = Columns.of(line);
                return;
            }
            if (good.isEmpty() && complaints.isEmpty() && Columns.isOtherHeader(line)) {
                throw new IOException(
                        "line %s has the names of columns, but none is 'symbol' or 'ticker'".formatted(number));
            }
            try {
                Instrument instrument = columns.instrument(line);
                if (good.putIfAbsent(instrument.symbol(), instrument) != null) {
                    throw new IllegalArgumentException("symbol '%s' is a duplicate".formatted(instrument.symbol()));
                }
            } catch (IllegalArgumentException e) {
                complaints.add("line %s: %s".formatted(number, e.getMessage()));
            }
        }
    }

    /** Where a line has what; -1 where it has not. */
    private record Columns(int symbol, int title, int sector) {

        static boolean isHeader(CSVRecord line) {
            return position(line, "symbol", "ticker") >= 0;
        }

        /** Of a list that tells its companies apart by something else; it would become symbols with that name. */
        static boolean isOtherHeader(CSVRecord line) {
            return position(line, OTHER_COLUMNS) >= 0;
        }

        static Columns of(CSVRecord header) {
            return new Columns(
                    position(header, "symbol", "ticker"),
                    position(header, "name", "security", "company", "company name"),
                    position(header, "sector", "gics sector"));
        }

        Instrument instrument(CSVRecord line) {
            String typed = value(line, symbol);
            return Instrument.listed(
                    Symbol.of(typed == null ? "" : typed), text("name", line, title), text("sector", line, sector));
        }

        private static @Nullable String value(CSVRecord line, int position) {
            return position < 0 || position >= line.size() || line.get(position).isBlank() ? null : line.get(position);
        }

        private static @Nullable String text(String column, CSVRecord line, int position) {
            String value = value(line, position);
            return value == null ? null : PlainText.of(column, value, Instrument.LONGEST_NAME);
        }

        private static int position(CSVRecord header, String... names) {
            List<String> columns = header.stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .toList();
            for (String name : names) {
                if (columns.contains(name)) {
                    return columns.indexOf(name);
                }
            }
            return -1;
        }
    }
}
