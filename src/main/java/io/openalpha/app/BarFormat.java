package io.openalpha.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** How daily bars are printed: a table for people, JSON or CSV for programs. */
final class BarFormat {

    private static final String ROW = "%-10s %12s %12s %12s %12s %12s %16s  %s%n";

    @ArgGroup
    private @Nullable ForPrograms forPrograms;

    /** Whether a form for programs was asked for. */
    boolean chosen() {
        return forPrograms != null;
    }

    void print(List<StoredBar> bars, PrintWriter out) throws IOException {
        if (forPrograms == null) {
            printTable(bars, out);
        } else if (forPrograms.json) {
            PrettyJson.print(bars.stream().map(WireBar::of).toList(), out);
        } else {
            printCsv(bars, out);
        }
        out.flush();
    }

    private static void printTable(List<StoredBar> bars, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "DATE", "OPEN", "HIGH", "LOW", "CLOSE", "ADJUSTED", "VOLUME", "SOURCE");
        for (StoredBar row : bars) {
            DailyBar bar = row.bar();
            out.printf(
                    Locale.ROOT,
                    ROW,
                    bar.date(),
                    price(bar.open()),
                    price(bar.high()),
                    price(bar.low()),
                    price(bar.close()),
                    bar.isAdjusted() ? price(bar.adjustedClose()) : "-",
                    String.format(Locale.ROOT, "%,d", bar.volume()),
                    bar.isFinal() ? row.source() : row.source() + ", not final");
        }
    }

    /** Four decimals; of a tiny price, such as that of a crypto currency, four digits. */
    private static String price(double price) {
        return price < 0.1
                ? new BigDecimal(price).round(new MathContext(4)).toPlainString()
                : String.format(Locale.ROOT, "%.4f", price);
    }

    private static void printCsv(List<StoredBar> bars, PrintWriter out) throws IOException {
        CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180);
        rows.printRecord(
                "symbol", "date", "open", "high", "low", "close", "adjusted_close", "volume", "final", "source");
        for (StoredBar row : bars) {
            WireBar bar = WireBar.of(row);
            rows.printRecord(
                    bar.symbol(),
                    bar.date(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.adjustedClose(),
                    bar.volume(),
                    bar.isFinal(),
                    bar.source());
        }
    }

    private static final class ForPrograms {

        @Option(names = "--json", description = "Print the bars as JSON on standard output.")
        private boolean json;

        @Option(names = "--csv", description = "Print the bars as CSV on standard output.")
        @SuppressWarnings("UnusedVariable") // picocli wants to know that it is there
        private boolean csv;
    }

    /** A bar as programs read it. */
    @JsonNaming(SnakeCaseStrategy.class)
    private record WireBar(
            String symbol,
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            @Nullable Double adjustedClose,
            long volume,
            @JsonProperty("final") boolean isFinal,
            String source) {

        static WireBar of(StoredBar row) {
            DailyBar bar = row.bar();
            return new WireBar(
                    row.symbol().name(),
                    bar.date(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.isAdjusted() ? bar.adjustedClose() : null,
                    bar.volume(),
                    bar.isFinal(),
                    row.source());
        }
    }
}
