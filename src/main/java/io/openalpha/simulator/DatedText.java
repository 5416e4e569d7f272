package io.openalpha.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What orders about one symbol on one day have in common: {@code SYMBOL WORD [VALUE] on DATE}. */
record DatedText(String symbol, String word, @Nullable String value, LocalDate date) {

    private static final Pattern FORM = Pattern.compile("(\\S+) ([A-Za-z-]+)(?: (\\S+))? on (\\d{4}-\\d\\d-\\d\\d)");

    static DatedText parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is not 'SYMBOL WORD [VALUE] on YYYY-MM-DD'".formatted(text));
        }
        String symbol = matcher.group(1).toUpperCase(Locale.ROOT);
        return new DatedText(symbol, matcher.group(2), matcher.group(3), date(text, matcher.group(4)));
    }

    /** A word of an order as an enum spells it: {@code high-below-low} is {@code HIGH_BELOW_LOW}. */
    static <E extends Enum<E>> E word(Class<E> kinds, String word) {
        try {
            return Enum.valueOf(kinds, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is none of %s".formatted(word, Arrays.toString(kinds.getEnumConstants())), e);
        }
    }

    static String spelled(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LocalDate date(String text, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' has no such day".formatted(text), e);
        }
    }
}
