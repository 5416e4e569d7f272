package io.openalpha.app;

import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.web.view.QuoteView;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The table of quotes. */
final class QuoteTable {

    private static final String NONE = "No quotes yet: run 'openalpha collect' first.";

    private QuoteTable() {}

    static void print(List<Quote> quotes, QuoteStore store, Output output) {
        output.print(QuoteView.class, views(quotes, store), columns(), NONE);
    }

    /** The quotes as they are printed, with a mark on those that are old by now. */
    static List<QuoteView> views(List<Quote> quotes, QuoteStore store) {
        Set<Symbol> old = store.old(quotes.stream().map(Quote::symbol).toList(), Instant.now());
        return quotes.stream().map(quote -> QuoteView.of(quote, old)).toList();
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
                .left("SOURCE", quote -> quote.source() + (quote.old() ? ", old" : ""));
    }

    private static Instant at(QuoteView quote) {
        return Instant.parse(quote.timestamp() + "Z");
    }
}
