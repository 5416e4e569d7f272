package io.openalpha.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What identifies a run of a job. The same id resumes the same run; another id is another run. In a pod it is the name
 * of the Kubernetes Job, on a terminal the time of the start.
 *
 * @param value 1 to 100 letters, digits and {@code . _ : -}
 */
public record RunId(String value) {

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final DateTimeFormatter START_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException if the value is not legal */
    public RunId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "run id '%s' is not 1 to 100 letters, digits and . _ : -".formatted(value));
        }
    }

    /** The id of a run that starts now, in UTC to the millisecond: {@code 20261122T101500.123Z}. */
    public static RunId startingNow(Clock clock) {
        return new RunId(START_TIME.format(Instant.now(clock)));
    }

    @Override
    public String toString() {
        return value;
    }
}
