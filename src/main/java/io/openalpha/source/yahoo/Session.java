package io.openalpha.source.yahoo;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * To which sessions of an exchange the rows of a chart belong, and which of these are over. A row is stamped with its
 * session's open, and the row of a running session with its last trade. A session that opens in the evening is that of
 * the next day: some do, and a fault of an hour around daylight saving puts a midnight there.
 */
final class Session {

    /** After the close, auctions and late reports still change a bar. */
    private static final Duration SETTLING = Duration.ofHours(1);

    /** No exchange opens at this hour for the day that ends with the evening. */
    private static final int EVENING = 17 * 3600;

    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    private final ZoneId zone;
    private final LocalDays days;
    private final Instant now;
    private final long lastTrade;
    private final long opened;
    private final long closes;
    private final LocalDate current;
    private final boolean currentIsOver;

    /** @throws SourceException if the chart names no time zone */
    Session(JsonNode meta, Instant now) throws SourceException {
        this.zone = zone(meta);
        this.days = new LocalDays(zone);
        this.now = now;
        this.lastTrade = moment(meta.path("regularMarketTime"));
        JsonNode period = meta.path("currentTradingPeriod").path("regular");
        long start = moment(period.path("start"));
        long end = moment(period.path("end"));
        boolean known = start > 0 && end > start && end - start <= LONGEST;
        this.opened = known ? start : 0;
        this.closes = known ? end : -1;
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (known) {
            LocalDate session = opening(opened);
            this.current = session.isAfter(today) ? session : today;
            this.currentIsOver = session.equals(today)
                    && !now.isBefore(Instant.ofEpochSecond(closes).plus(SETTLING));
        } else {
            this.current = today;
            this.currentIsOver = false;
        }
    }

    private static ZoneId zone(JsonNode meta) throws SourceException {
        String name = meta.path("exchangeTimezoneName").asString("");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new SourceException(new Garbled("time zone '%s' is unknown".formatted(name)));
        }
    }

    private static long moment(JsonNode seconds) {
        return seconds.isIntegralNumber() && seconds.canConvertToLong() && LocalDays.covers(seconds.longValue())
                ? seconds.longValue()
                : 0;
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    /** The day of the session to which a row belongs; the moment must be one that {@link LocalDays} covers. */
    LocalDate date(long epochSecond) {
        if (epochSecond >= opened && epochSecond <= closes) {
            return opening(opened);
        }
        return epochSecond == lastTrade ? days.of(epochSecond) : opening(epochSecond);
    }

    /** The day of the session that opens at a moment. */
    private LocalDate opening(long epochSecond) {
        LocalDate day = days.of(epochSecond);
        return days.secondOfDay(epochSecond) >= EVENING ? day.plusDays(1) : day;
    }

    /** Whether the day's trading was over, and settled, at the time of the request. */
    boolean isOver(LocalDate day) {
        return day.isBefore(current) || (currentIsOver && day.equals(current));
    }
}
