package io.openalpha.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An outage of a source.
 *
 * @param kind how it refuses
 * @param lasting real time from the order on; null: until ordered otherwise
 */
public record Outage(Kind kind, @Nullable Duration lasting) {

    /** How requests are refused. */
    public enum Kind {
        /** They are not: the source is up. */
        NONE,
        /** HTTP 503. */
        UNAVAILABLE,
        /** The connection is closed without an answer. */
        CLOSED
    }

    /** No outage. */
    public static Outage none() {
        return new Outage(Kind.NONE, null);
    }
}
