package io.openalpha.source.yahoo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The days of instants in one zone. For rows in order, the zone's rules are looked up once per offset change. */
final class LocalDays {

    private static final long FIRST = Instant.parse("1700-01-01T00:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private final ZoneRules rules;
    private long since;
    private long until;
    private int offset;

    LocalDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** Whether a moment is one that a chart can speak of; others have no day here. */
    static boolean covers(long epochSecond) {
        return epochSecond >= FIRST && epochSecond < END;
    }

    LocalDate of(long epochSecond) {
        return SharedDates.ofEpochDay(Math.floorDiv(local(epochSecond), 86_400L));
    }

    int secondOfDay(long epochSecond) {
        return (int) Math.floorMod(local(epochSecond), 86_400L);
    }

    private long local(long epochSecond) {
        if (epochSecond < since || epochSecond >= until) {
            look(Instant.ofEpochSecond(epochSecond));
        }
        return epochSecond + offset;
    }

    private void look(Instant moment) {
        ZoneOffset here = rules.getOffset(moment);
        ZoneOffsetTransition next = rules.nextTransition(moment);
        offset = here.getTotalSeconds();
        since = moment.getEpochSecond();
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
