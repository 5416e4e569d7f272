package io.openalpha.market.transfer;

import io.openalpha.format.PlainText;
import io.openalpha.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a file, in the spellings of common programs. A value with two possible meanings, or none, is an
 * {@link IllegalArgumentException} that names the column and the value.
 */
final class FileValues {

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1", "1.0");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "0", "0.0");
    private static final Set<String> NO_PRICE = Set.of("nan", "na", "n/a", "#n/a", "<na>", "null", "none", "nat", "-");
    private static final Pattern INFINITE = Pattern.compile("[+-]?(inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BASIC_DATE = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?"
                    + "(?<offset>\\s?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?)?");

    private FileValues() {}

    /** A name, which must not stand for none. */
    static Symbol symbol(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isBlank() || Symbol.isMissing(text)) {
            throw new IllegalArgumentException("the symbol is missing; --symbol gives one to a file that has none");
        }
        return Symbol.of(text);
    }

    /** A day: written as 2024-01-31, or as its midnight at the exchange. */
    static LocalDate date(String column, @Nullable Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        if (value instanceof ZonedDateTime time) {
            return midnight(column, value, time.toLocalDate(), time.toLocalTime());
        }
        if (value instanceof Instant time) {
            LocalDateTime utc = time.atOffset(ZoneOffset.UTC).toLocalDateTime();
            return midnight(column, value, utc.toLocalDate(), utc.toLocalTime());
        }
        Matcher text = DATE.matcher(value instanceof String written ? written : "");
        if (!text.matches()
                && value instanceof String digits
                && BASIC_DATE.matcher(digits).matches()) {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        }
        if (!text.matches()) {
            throw new IllegalArgumentException(
                    "%s '%s' is not written as 2024-01-31".formatted(column, value == null ? "" : value));
        }
        LocalDate date = LocalDate.parse(text.group(1));
        return text.group("offset") == null ? date : midnight(column, value, date, LocalTime.parse(text.group(2)));
    }

    /**
     * Of a time with a zone the day is only certain where that is the exchange's, and there a day begins at midnight.
     */
    private static LocalDate midnight(String column, @Nullable Object value, LocalDate date, LocalTime time) {
        if (!time.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException(
                    "%s '%s' is a time and no day: write the day at the exchange, as 2024-01-31"
                            .formatted(column, value));
        }
        return date;
    }

    /** A price; not a number where there is none, and where it is infinite, so that the bar goes to quarantine. */
    static double price(String column, @Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            double price = number.doubleValue();
            return Double.isFinite(price) ? price : Double.NaN;
        }
        String text = value.toString();
        if (isDecimal(text)) {
            double price = Double.parseDouble(text);
            return Double.isFinite(price) ? price : Double.NaN;
        }
        if (NO_PRICE.contains(text.toLowerCase(Locale.ROOT))
                || INFINITE.matcher(text).matches()) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, text));
    }

    /** A number that must be there. */
    static double number(String column, @Nullable Object value) {
        double number = price(column, value);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, value == null ? "" : value));
        }
        return number;
    }

    /** A whole number, rounded where it is none; 0 where there is none. */
    static long count(String column, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Long count) {
            return count;
        }
        try {
            String text = value.toString();
            BigDecimal count = new BigDecimal(isDecimal(text) ? text : "");
            if (Math.abs((double) count.precision() - count.scale()) < 20) {
                return count.setScale(0, RoundingMode.HALF_UP).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Reported below.
        }
        throw new IllegalArgumentException("%s '%s' is not a whole number that can be stored".formatted(column, value));
    }

    /** True or false. */
    static boolean flag(String column, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        String text = value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        throw new IllegalArgumentException(
                "%s '%s' is neither true nor false".formatted(column, value == null ? "" : value));
    }

    /** A text of limited length without invisible characters. */
    static String text(String column, @Nullable Object value, int longest) {
        return PlainText.of(column, value == null ? "" : value.toString(), longest);
    }

    /** A moment in UTC. */
    static Instant time(String column, @Nullable Object value) {
        if (value instanceof Instant time) {
            return time;
        }
        try {
            return Instant.parse(String.valueOf(value));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is not written as 2024-01-31T23:59:59Z".formatted(column, value), e);
        }
    }

    /** Java takes more for a number: 10f, 0x1p3, and what is left after white space is dropped. */
    private static boolean isDecimal(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits |= digit;
            boolean afterExponent = i > 0 && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
            boolean sign = (c == '-' || c == '+') && (i == 0 || afterExponent);
            boolean exponent = (c == 'e' || c == 'E') && digits && i + 1 < text.length();
            if (!digit && !sign && !exponent && c != '.') {
                return false;
            }
        }
        return digits && text.indexOf('.') == text.lastIndexOf('.');
    }
}
