package io.openalpha.market.plausibility;

import io.openalpha.market.Conflict;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.CurrencyUnit;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredExtent;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds an answer, judged by itself already, against what is stored of the instrument. */
public record StoredRules(StoredSeries stored) {

    /** Prices of one day from one source, so that only their rounding differs besides the factor. */
    private static final double SAME = 0.01;

    /** More than a source corrects of a price. */
    private static final double FAR = 0.05;

    /** Stored days that may be missing: a source takes back a day that was none. */
    private static final int FEW = 2;

    private static final double ONE_IN_A_HUNDRED = 0.01;

    /**
     * Compares the last stored days.
     *
     * @param from the first day that was asked for
     * @return null if nothing speaks against the answer
     */
    public @Nullable Conflict tail(Claim claim, LocalDate from) {
        String currency = stored.series().currency();
        if (isMinor(currency, claim)) {
            return null;
        }
        if (!currency.equals(claim.currency())) {
            return conflict(Rule.OTHER_CURRENCY, "prices in " + currency, "prices in " + claim.currency());
        }
        if (!claim.adjusted() || !stored.series().adjusted()) {
            return null;
        }
        Map<LocalDate, Double> known = known(from);
        double[] ratios = ratios(claim, known);
        if (ratios.length == 0) {
            boolean hasOne = claim.bad().stream()
                    .anyMatch(bad -> known.containsKey(bad.bar().date()));
            return known.isEmpty() || claim.bars().isEmpty() || hasOne ? null : noCommonDay(claim);
        }
        double median = ratios[ratios.length / 2];
        if (isUnit(median) && !isSplit(claim, median)) {
            return conflict(
                    Rule.HUNDREDFOLD,
                    "closes of %s days".formatted(ratios.length),
                    "closes of %s times these".formatted(rounded(median)));
        }
        long far = Arrays.stream(ratios)
                .filter(ratio -> Math.abs(ratio / median - 1) > FAR)
                .count();
        return ratios.length >= 3 && 2 * far > ratios.length
                ? conflict(
                        Rule.OTHER_PRICES,
                        "closes of %s days".formatted(ratios.length),
                        "closes of %s to %s times these"
                                .formatted(rounded(ratios[0]), rounded(ratios[ratios.length - 1])))
                : null;
    }

    /** Prices that were stored in a part of the currency, by an importer or an older version, become whole units. */
    private static boolean isMinor(String currency, Claim claim) {
        return CurrencyUnit.of(currency)
                .filter(unit -> unit.decimals() > 0 && unit.currency().equals(claim.currency()))
                .isPresent();
    }

    private Map<LocalDate, Double> known(LocalDate from) {
        Map<LocalDate, Double> known = new HashMap<>();
        stored.bars().stream()
                .filter(bar -> bar.isFinal() && !bar.date().isBefore(from))
                .forEach(bar -> known.put(bar.date(), bar.close()));
        return known;
    }

    private static double[] ratios(Claim claim, Map<LocalDate, Double> known) {
        return claim.bars().stream()
                .filter(bar -> known.containsKey(bar.date()))
                .mapToDouble(bar -> bar.close() / known.getOrDefault(bar.date(), Double.NaN))
                .sorted()
                .toArray();
    }

    private Conflict noCommonDay(Claim claim) {
        DailyBar last = stored.bars().get(stored.bars().size() - 1);
        DailyBar first = claim.bars().get(0);
        return conflict(
                Rule.NO_COMMON_DAY,
                "days until %s with a close of %s".formatted(last.date(), last.close()),
                "none of these, and days from %s with a close of %s".formatted(first.date(), first.close()));
    }

    private static boolean isUnit(double ratio) {
        double power = Math.log10(ratio);
        double whole = Math.abs(Math.rint(power));
        return (whole == 2 || whole == 3) && Math.abs(Math.pow(10, power - Math.rint(power)) - 1) < SAME;
    }

    private static boolean isSplit(Claim claim, double ratio) {
        return claim.actions().stream()
                .mapToDouble(CorporateAction::ratio)
                .anyMatch(split -> split != 1 && Math.abs(ratio * split - 1) < SAME);
    }

    /**
     * Compares an answer that would take the place of all that is stored with how much that is.
     *
     * @return null if it has as many of these days
     */
    public @Nullable Conflict extent(Claim claim, StoredExtent all) {
        long kept = claim.bars().stream()
                .map(DailyBar::date)
                .filter(day -> !day.isBefore(all.first()) && !day.isAfter(all.last()))
                .distinct()
                .count();
        if (kept >= all.bars() - Math.max(FEW, ONE_IN_A_HUNDRED * all.bars())) {
            return null;
        }
        return conflict(
                Rule.SHORTER,
                "%s bars from %s to %s".formatted(all.bars(), all.first(), all.last()),
                "%s of these days".formatted(kept));
    }

    private static Conflict conflict(Rule rule, String stored, String answered) {
        return new Conflict(rule.word(), stored, answered);
    }

    private static String rounded(double factor) {
        return String.format(Locale.ROOT, "%.3g", factor);
    }
}
