package io.openalpha.app;

import java.time.Duration;
import java.time.Instant;

/** An age in the largest unit that fits: {@code 42 s}, {@code 5 min}, {@code 3 h}, {@code 12 d}. */
final class Age {

    private Age() {}

    static String between(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return age.toMinutes() + " min";
        }
        return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + " h" : age.toDays() + " d";
    }
}
