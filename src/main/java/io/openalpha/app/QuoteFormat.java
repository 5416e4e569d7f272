package io.openalpha.app;

import io.openalpha.market.Quote;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How quotes are printed: a table for people, JSON or CSV for programs. */
final class QuoteFormat {

    private static final String ROW = "%-10s %14s %-5s %16s  %-19s  %8s  %s%n";

    /** A price from before it is not of its exchange's last session. */
    private static final Duration LONG_WEEKEND = Duration.ofDays(5);

    @ArgGroup
    private @Nullable ForPrograms forPrograms;

    /** Whether a form for programs was asked for. */
    boolean chosen() {
        return forPrograms != null;
    }

    void print(List<Quote> quotes, PrintWriter out) throws IOException {
        if (forPrograms == null) {
            printTable(quotes, out);
        } else if (forPrograms.json) {
            PrettyJson.print(quotes.stream().map(WireQuote::of).toList(), out);
        } else {
            printCsv(quotes, out);
        }
        out.flush();
    }

    private static void printTable(List<Quote> quotes, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "SYMBOL", "PRICE", "", "VOLUME", "TIME (UTC)", "AGE", "SOURCE");
        Instant now = Instant.now();
        for (Quote quote : quotes) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    quote.symbol(),
                    quote.price().toPlainString(),
                    quote.currency(),
                    String.format(Locale.ROOT, "%,d", quote.volume()),
                    quote.timestamp().replace('T', ' '),
                    Age.between(quote.at(), now),
                    quote.source() + (quote.at().isBefore(now.minus(LONG_WEEKEND)) ? ", old" : ""));
        }
    }

    private static void printCsv(List<Quote> quotes, PrintWriter out) throws IOException {
        CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180);
        rows.printRecord("symbol", "price", "volume", "timestamp", "source", "currency");
        for (Quote quote : quotes) {
            WireQuote wire = WireQuote.of(quote);
            rows.printRecord(
                    wire.symbol(),
                    wire.price().toPlainString(),
                    wire.volume(),
                    wire.timestamp(),
                    wire.source(),
                    wire.currency());
        }
    }

    /** One form or the other. */
    private static final class ForPrograms {

        @Option(names = "--json", description = "Print the quotes as JSON on standard output.")
        private boolean json;

        @Option(names = "--csv", description = "Print the quotes as CSV on standard output.")
        @SuppressWarnings("UnusedVariable") // what is not JSON is CSV
        private boolean csv;
    }

    /** A quote as programs read it; the timestamp is UTC and says no zone. */
    private record WireQuote(
            String symbol, BigDecimal price, long volume, String timestamp, String source, String currency) {

        static WireQuote of(Quote quote) {
            return new WireQuote(
                    quote.symbol().name(),
                    quote.price(),
                    quote.volume(),
                    quote.timestamp(),
                    quote.source(),
                    quote.currency());
        }
    }
}
