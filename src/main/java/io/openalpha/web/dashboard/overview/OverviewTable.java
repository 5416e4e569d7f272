package io.openalpha.web.dashboard.overview;

import io.openalpha.market.BarReader;
import io.openalpha.market.QuoteFreshness;
import io.openalpha.market.QuoteStore;

/** What the overview asks the database, one statement of each store. */
record OverviewTable(QuoteStore quotes, BarReader bars) {

    Freshness freshness() {
        BarReader.Mark mark = bars.mark();
        QuoteFreshness young = quotes.freshness();
        return new Freshness(young.fresh(), young.stale(), young.never(), young.newest(), mark.series(), mark.newest());
    }
}
