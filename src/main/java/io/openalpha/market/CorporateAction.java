package io.openalpha.market;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A split, a dividend, or a capital gain that a fund pays out.
 *
 * @param date at the exchange, the first day without the claim
 * @param value of a split the new shares, otherwise the amount a share, adjusted for later splits
 * @param per of a split the old shares, otherwise 1
 * @param currency of the amount where it differs from that of the prices and is not yet converted; null otherwise
 */
public record CorporateAction(
        LocalDate date,
        Kind kind,
        double value,
        double per,
        @Nullable String currency) {

    /** By date, then by kind. */
    public static final Comparator<CorporateAction> ORDER =
            Comparator.comparing(CorporateAction::date).thenComparing(CorporateAction::kind);

    private static final double ROUNDING = 1e-4;

    /** What can happen. */
    public enum Kind {
        SPLIT,
        DIVIDEND,
        CAPITAL_GAIN;

        /** As tables and logs have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word as tables have it. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** New shares for old ones. */
    public static CorporateAction split(LocalDate date, double shares, double per) {
        return new CorporateAction(date, Kind.SPLIT, shares, per, null);
    }

    /** An amount for each share. */
    public static CorporateAction dividend(LocalDate date, double amount) {
        return new CorporateAction(date, Kind.DIVIDEND, amount, 1, null);
    }

    /** Those of each day and kind as one: equal ones count once, amounts add up and splits follow one another. */
    public static List<CorporateAction> onePerDay(List<CorporateAction> actions) {
        Map<List<Object>, CorporateAction> merged = new LinkedHashMap<>();
        Set<CorporateAction> seen = new HashSet<>();
        for (CorporateAction action : actions) {
            if (seen.add(action)) {
                merged.merge(List.of(action.date, action.kind), action, CorporateAction::and);
            }
        }
        return List.copyOf(merged.values());
    }

    private CorporateAction and(CorporateAction other) {
        return kind == Kind.SPLIT
                ? new CorporateAction(date, kind, value * other.value, per * other.per, null)
                : new CorporateAction(date, kind, Decimals.rounded(value + other.value), 1, currency);
    }

    /** The same action with another value, in the currency of the prices. */
    public CorporateAction withValue(double other) {
        return new CorporateAction(date, kind, Decimals.rounded(other), per, null);
    }

    /** Whether an amount is paid for each share. */
    public boolean isPaid() {
        return kind != Kind.SPLIT;
    }

    /** What became of one share; 1 if it is no split. */
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
                : "%s %s on %s".formatted(kind.word().replace('_', ' '), plain(value), date);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
