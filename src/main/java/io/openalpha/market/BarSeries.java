package io.openalpha.market;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The daily bars of one instrument as a whole.
 *
 * @param exchange as the source names it
 * @param currency of the prices, in whole units
 * @param zone of the exchange, in which the dates are
 * @param adjusted whether prices are adjusted for splits and bars have an adjusted close; if not, they are as traded
 * @param since the first day that was ever asked for
 * @param until the last; all days between were asked for too
 */
public record BarSeries(
        Symbol symbol,
        String exchange,
        String currency,
        ZoneId zone,
        boolean adjusted,
        LocalDate since,
        LocalDate until) {}
