package io.openalpha.admin.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times look in responses. */
final class Wire {

    private static final DateTimeFormatter NAIVE_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Wire() {}

    /** UTC to the second, which says no zone. */
    static String naiveUtc(Instant instant) {
        return NAIVE_UTC.format(instant);
    }
}
