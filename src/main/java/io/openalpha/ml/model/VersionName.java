package io.openalpha.ml.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a version of a model, such as {@code random_forest_20261122_020000}. Names of one algorithm sort by their
 * time.
 *
 * @param algorithm 1 to 60 lower-case letters, digits and underscores, beginning with a letter
 * @param second when it was made, UTC; its fraction of a second is dropped
 */
public record VersionName(String algorithm, Instant second) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9_]{0,59})_(\\d{8}_\\d{6})");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public VersionName {
        second = second.truncatedTo(ChronoUnit.SECONDS);
        if (!NAME.matcher(text(algorithm, second)).matches()) {
            throw new IllegalArgumentException(
                    "algorithm '%s' is not 1 to 60 lower-case letters, digits and _, beginning with a letter"
                            .formatted(algorithm));
        }
    }

    /** @throws IllegalArgumentException if the text is no such name; the message says what one looks like */
    public static VersionName parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            throw notAName(text);
        }
        try {
            LocalDateTime second = LocalDateTime.parse(name.group(2), SECOND);
            return new VersionName(name.group(1), second.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw notAName(text);
        }
    }

    /** Whether a text is such a name. */
    static boolean isOne(String text) {
        try {
            return parse(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The name of a version that was made one second later. */
    VersionName next() {
        return new VersionName(algorithm, second.plusSeconds(1));
    }

    private static IllegalArgumentException notAName(String text) {
        return new IllegalArgumentException(
                "'%s' is not the name of a version such as random_forest_20261122_020000".formatted(text));
    }

    private static String text(String algorithm, Instant second) {
        return algorithm + "_" + SECOND.format(second.atOffset(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return text(algorithm, second);
    }
}
