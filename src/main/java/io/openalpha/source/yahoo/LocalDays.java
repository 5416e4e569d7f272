package io.openalpha.source.yahoo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The days of moments in one zone. Rows follow one another, so the zone's rules are looked up once a change of its clocks. */
final class LocalDays {

    private final ZoneRules rules;
    private long since;
    private long until;
    private int offset;

    LocalDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    LocalDate of(long epochSecond) {
        if (epochSecond < since || epochSecond >= until) {
            look(Instant.ofEpochSecond(epochSecond));
        }
        return SharedDates.ofEpochDay(Math.floorDiv(epochSecond + offset, 86_400L));
    }

    private void look(Instant moment) {
        ZoneOffset here = rules.getOffset(moment);
        ZoneOffsetTransition next = rules.nextTransition(moment);
        offset = here.getTotalSeconds();
        since = moment.getEpochSecond();
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
