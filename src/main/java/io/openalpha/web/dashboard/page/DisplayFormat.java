package io.openalpha.web.dashboard.page;

import io.openalpha.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts numbers and times into words, in one way on all pages. */
public final class DisplayFormat {

    private static final String NONE = "–";
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    DisplayFormat(Clock clock) {
        this.clock = clock;
    }

    /** Such as 12,345. */
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The number and its noun: 1 symbol, 2 symbols. */
    public String count(long number, String noun) {
        return "%s %s%s".formatted(count(number), noun, number == 1 ? "" : "s");
    }

    /** With so many decimals; a dash for none. */
    public String decimals(@Nullable Double number, int decimals) {
        return number == null ? NONE : String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** Of a share from 0 to 1; never 100 % of what is not complete. */
    public String percent(double share) {
        double percent = 100 * share;
        return percent > 99.9 && percent < 100
                ? "99.9 %"
                : String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }

    /** Such as 850 ms, 3.2 s, 4 min 10 s, 2 h 5 min, 3 d 4 h; a dash for none. */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 1) {
            return Math.max(0, duration.toMillis()) + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 86_400
                ? two(seconds / 3600, "h", seconds % 3600 / 60, "min")
                : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long large, String unit, long small, String smaller) {
        return small == 0 ? large + " " + unit : "%s %s %s %s".formatted(large, unit, small, smaller);
    }

    /** Such as 5 min ago; the browser goes on counting. */
    public String ago(Instant then) {
        return age(then) + " ago";
    }

    /** How long ago, in one unit: 5 min. */
    public String age(Instant then) {
        return rough(Duration.between(then, clock.instant()));
    }

    /** How long until then, in one unit. */
    public String until(Instant then) {
        return rough(Duration.between(clock.instant(), then));
    }

    private static String rough(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 5400) {
            return Math.round(seconds / 60.0) + " min";
        }
        return seconds < 129_600 ? Math.round(seconds / 3600.0) + " h" : Math.round(seconds / 86_400.0) + " days";
    }

    /** The time since then, so far. */
    public Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    /** Such as 22 Nov 2026, 18:05:03 UTC. */
    public String utc(Instant then) {
        return UTC.format(then);
    }

    /** For attributes that programs read. */
    public String iso(Instant then) {
        return then.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The CSS class of a state's colour. */
    public String tone(RunState state) {
        return switch (state) {
            case STARTING, STARTED, STOPPING -> "busy";
            case COMPLETED -> "good";
            case SKIPPED, ABANDONED -> "idle";
            case STOPPED -> "warn";
            case FAILED, LOST, UNKNOWN -> "bad";
        };
    }

    /** What a program calls, say, {@code random_forest}, as people write it. */
    public String plain(String name) {
        if (name.equals("alphavantage")) {
            return "Alpha Vantage";
        }
        String text = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
