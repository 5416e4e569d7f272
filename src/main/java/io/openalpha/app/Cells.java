package io.openalpha.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers and times look in a table, the same everywhere and whatever the user's language. */
final class Cells {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Cells() {}

    /** With commas between thousands. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With so many decimals; null for null. */
    static @Nullable String decimals(int decimals, @Nullable Double number) {
        return number == null ? null : String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Four decimals; of a tiny price, such as that of a crypto currency, four digits. */
    static String price(double price) {
        return price < 0.1
                ? new BigDecimal(price).round(new MathContext(4)).toPlainString()
                : String.format(Locale.ROOT, "%.4f", price);
    }

    /** Such as {@code 2026-11-22 10:15:00}, in UTC. */
    static String time(Instant at) {
        return UTC.format(at);
    }
}
