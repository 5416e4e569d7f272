package io.openalpha.source.alphavantage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day in which Alpha Vantage counts requests. It does not say when its day begins; it is a company of the American
 * east coast that names US/Eastern as the time zone of its data, so its midnight is taken to be New York's.
 *
 * @param date the date in New York
 */
record QuotaDay(LocalDate date) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    static QuotaDay at(Instant instant) {
        return new QuotaDay(LocalDate.ofInstant(instant, ZONE));
    }

    /** The midnight that ends it. */
    Instant end() {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
