package io.openalpha.market;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A split or a dividend.
 *
 * @param date at the exchange, the first day without the claim
 * @param value of a split the new shares, of a dividend the amount a share, adjusted for later splits
 * @param per of a split the old shares, otherwise 1
 */
public record CorporateAction(LocalDate date, Kind kind, double value, double per) {

    private static final double ROUNDING = 1e-4;

    /** What can happen. */
    public enum Kind {
        SPLIT,
        DIVIDEND;

        /** As tables and logs have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** New shares for old ones. */
    public static CorporateAction split(LocalDate date, double shares, double per) {
        return new CorporateAction(date, Kind.SPLIT, shares, per);
    }

    /** An amount for each share. */
    public static CorporateAction dividend(LocalDate date, double amount) {
        return new CorporateAction(date, Kind.DIVIDEND, amount, 1);
    }

    /** What became of one share; 1 for a dividend. */
    public double ratio() {
        return kind == Kind.SPLIT ? value / per : 1;
    }

    /** Whether it is the same up to rounding. */
    public boolean isSameAs(CorporateAction other) {
        return date.equals(other.date)
                && kind == other.kind
                && Math.abs(value / per - other.value / other.per) <= ROUNDING * (value / per);
    }

    /** Such as {@code split 4:1 on 2020-08-31}. */
    @Override
    public String toString() {
        return kind == Kind.SPLIT
                ? "split %s:%s on %s".formatted(plain(value), plain(per), date)
                : "dividend %s on %s".formatted(plain(value), date);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
