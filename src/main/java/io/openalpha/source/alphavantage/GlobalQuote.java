package io.openalpha.source.alphavantage;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What Alpha Vantage says of an American listing.
 *
 * @param tradingDay the day in New York of which the price is
 * @param price in dollars, above zero
 */
record GlobalQuote(LocalDate tradingDay, BigDecimal price, long volume) {

    private static final LocalTime SESSION_OPEN = LocalTime.of(9, 30);

    /**
     * The quote, stamped with the open of its session in New York. A date says no more than that the price is of that
     * session; this is how Yahoo stamps a closed one, so that both sources' quotes of one day are the same row, and it
     * never lies in the future.
     */
    Quote toQuote(Symbol symbol, String source, Instant fetchedAt) {
        Instant at = tradingDay.atTime(SESSION_OPEN).atZone(QuotaDay.ZONE).toInstant();
        return new Quote(symbol, at, price, volume, "USD", source, fetchedAt);
    }
}
