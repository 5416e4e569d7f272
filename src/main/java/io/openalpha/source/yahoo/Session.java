package io.openalpha.source.yahoo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/** Which of an exchange's days are over, as far as a chart tells. */
final class Session {

    /** After the close, auctions and late reports still change a bar. */
    private static final Duration SETTLING = Duration.ofHours(1);

    private final ZoneId zone;
    private final LocalDays days;
    private final Instant now;
    private final LocalDate current;
    private final boolean currentIsOver;

    Session(ZoneId zone, JsonNode meta, Instant now) {
        this.zone = zone;
        this.days = new LocalDays(zone);
        this.now = now;
        JsonNode period = meta.path("currentTradingPeriod").path("regular");
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (period.path("start").isIntegralNumber() && period.path("end").isIntegralNumber()) {
            LocalDate start = date(period.path("start").longValue());
            this.current = start.isAfter(today) ? start : today;
            Instant end = Instant.ofEpochSecond(period.path("end").longValue());
            this.currentIsOver = start.equals(today) && !now.isBefore(end.plus(SETTLING));
        } else {
            this.current = today;
            this.currentIsOver = false;
        }
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    /** The day at the exchange on which a moment falls. */
    LocalDate date(long epochSecond) {
        return days.of(epochSecond);
    }

    /** Whether the day's trading was over, and settled, at the time of the request. */
    boolean isOver(LocalDate day) {
        return day.isBefore(current) || (currentIsOver && day.equals(current));
    }
}
