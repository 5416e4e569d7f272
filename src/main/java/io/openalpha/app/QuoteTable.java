package io.openalpha.app;

import io.openalpha.market.Quote;
import io.openalpha.web.view.QuoteView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The table of quotes. */
final class QuoteTable {

    private static final String NONE = "No quotes yet: run 'openalpha collect' first.";

    /** A price from before it is not of its exchange's last session. */
    private static final Duration LONG_WEEKEND = Duration.ofDays(5);

    private QuoteTable() {}

    static void print(List<Quote> quotes, Output output) {
        output.print(QuoteView.class, quotes.stream().map(QuoteView::of).toList(), columns(), NONE);
    }

    /** Ages are those of this moment. */
    static Table<QuoteView> columns() {
        Instant now = Instant.now();
        return new Table<QuoteView>()
                .left("SYMBOL", QuoteView::symbol)
                .right("PRICE", quote -> quote.price().toPlainString() + " " + quote.currency())
                .right("VOLUME", quote -> Cells.count(quote.volume()))
                .left("TIME (UTC)", quote -> quote.timestamp().replace('T', ' '))
                .right("AGE", quote -> Age.between(at(quote), now))
                .left("SOURCE", quote -> quote.source() + (at(quote).isBefore(now.minus(LONG_WEEKEND)) ? ", old" : ""));
    }

    private static Instant at(QuoteView quote) {
        return Instant.parse(quote.timestamp() + "Z");
    }
}
