package io.openalpha.source.wire;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;

/** A service that knows prices. */
public interface MarketDataSource {

    /** Its name in lower case, as configuration, logs and tables have it. */
    String name();

    /** Whether the service lists instruments of this kind at all; if not, it need not be asked. */
    default boolean serves(Symbol symbol) {
        return true;
    }

    /**
     * Asks the service once for the latest price of an instrument.
     *
     * @return the quote, under the symbol that was asked for
     * @throws SourceException if the service gave no usable price
     * @throws InterruptedException if the thread was interrupted before the answer was complete
     */
    Quote latest(Symbol symbol) throws SourceException, InterruptedException;

    /**
     * Asks the service once for daily bars of an instrument.
     *
     * @return those of the range that the service has, under the symbol that was asked for
     * @throws SourceException if the service gave none
     * @throws InterruptedException if the thread was interrupted before the answer was complete
     */
    default History history(Symbol symbol, HistoryRange range) throws SourceException, InterruptedException {
        throw SourceException.notAsked(new SourceFailure.InvalidRequest(name() + " has no daily history"));
    }
}
