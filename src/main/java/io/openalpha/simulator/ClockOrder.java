package io.openalpha.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the simulated market, between 2011 and 2059. As text: {@code real}, {@code fixed INSTANT},
 * {@code offset DURATION} (from real time, {@code P3D}), {@code speed FACTOR from INSTANT}.
 *
 * @param from market time at the moment of the order; null: real time
 * @param offset added to real time where {@code from} is null
 * @param speed market seconds a real second, 0 or more, where {@code from} is set
 */
public record ClockOrder(@Nullable Instant from, Duration offset, double speed) {

    private static final String FORMS = "'real', 'fixed INSTANT', 'offset DURATION' or 'speed FACTOR from INSTANT'";

    /** Real time. */
    public static ClockOrder real() {
        return offset(Duration.ZERO);
    }

    /** Time stands still. */
    public static ClockOrder fixed(Instant at) {
        return new ClockOrder(at, Duration.ZERO, 0);
    }

    boolean standsStill() {
        return from != null && speed == 0;
    }

    /** Real time, moved. */
    public static ClockOrder offset(Duration offset) {
        return new ClockOrder(null, offset, 1);
    }

    /** Time runs from the given moment at the given speed. */
    public static ClockOrder accelerated(Instant from, double speed) {
        return new ClockOrder(from, Duration.ZERO, speed);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not one, with a message for the user
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClockOrder parse(String text) {
        String[] words = text.strip().split(" ", -1);
        try {
            if (words.length == 1 && words[0].equals("real")) {
                return real();
            } else if (words.length == 2 && words[0].equals("fixed")) {
                return fixed(Instant.parse(words[1]));
            } else if (words.length == 2 && words[0].equals("offset")) {
                return offset(Duration.parse(words[1]));
            } else if (words.length == 4 && words[0].equals("speed") && words[2].equals("from")) {
                return accelerated(Instant.parse(words[3]), Double.parseDouble(words[1]));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("clock '%s' is not %s".formatted(text, FORMS), e);
        }
        throw new IllegalArgumentException("clock '%s' is not %s".formatted(text, FORMS));
    }

    @Override
    @JsonValue
    public String toString() {
        if (from == null) {
            return offset.isZero() ? "real" : "offset " + offset;
        }
        return speed == 0 ? "fixed " + from : "speed " + speed + " from " + from;
    }
}
