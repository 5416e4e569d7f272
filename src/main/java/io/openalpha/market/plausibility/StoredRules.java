package io.openalpha.market.plausibility;

import io.openalpha.market.BarChecks;
import io.openalpha.market.Conflict;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.CurrencyUnit;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredExtent;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Holds an answer, judged by itself already, against what is stored of the instrument. */
public record StoredRules(StoredSeries stored) {

    /** Prices of one day from one source, so that only their rounding differs besides the factor. */
    private static final double SAME = 0.01;

    /** More than a source corrects of a price. */
    private static final double FAR = 0.05;

    /** Stored days that may be missing: a source takes back a day that was none. */
    private static final int FEW = 2;

    private static final int MANY = 5;

    private static final double TWO_IN_A_THOUSAND = 0.002;

    /** A correction of a price by more has a split that explains it. */
    private static final double LARGEST_CORRECTION = 20;

    /** Volumes and adjusted closes that may be missing: some are corrected, a column is missing as a whole. */
    private static final double HALF = 0.5;

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
        Map<LocalDate, DailyBar> known = known(from);
        double[] ratios = ratios(claim, known, DailyBar::close);
        if (ratios.length == 0) {
            boolean hasOne = claim.bad().stream()
                    .anyMatch(bad -> known.containsKey(bad.bar().date()));
            return known.isEmpty() || claim.bars().isEmpty() || hasOne ? null : noCommonDay(claim);
        }
        double median = median(ratios);
        if (isUnit(median) && !isSplit(claim, median)) {
            return conflict(
                    Rule.HUNDREDFOLD,
                    "closes of %s days".formatted(ratios.length),
                    "closes of %s times these".formatted(rounded(median)));
        }
        if (Math.max(median, 1 / median) > LARGEST_CORRECTION && !isSplit(claim, median)) {
            return otherPrices("closes", ratios);
        }
        double spread = ratios[0] / ratios[ratios.length - 1];
        return hasOneFactor(ratios, median) || isSplit(claim, spread) || isSplit(claim, 1 / spread)
                ? otherAdjustedPrices(ratios(claim, known, DailyBar::adjustedClose), median)
                : otherPrices("closes", ratios);
    }

    private static boolean hasOneFactor(double[] ratios, double median) {
        long far = Arrays.stream(ratios)
                .filter(ratio -> Math.abs(ratio / median - 1) > FAR)
                .count();
        return ratios.length < 3 || 2 * far < ratios.length;
    }

    /** Adjusted closes change with every payout, but by no more than what payouts can explain. */
    private static @Nullable Conflict otherAdjustedPrices(double[] ratios, double closes) {
        double change = median(ratios) / closes;
        return change * BarChecks.JUMP < 1 || change > BarChecks.JUMP ? otherPrices("adjusted closes", ratios) : null;
    }

    private static Conflict otherPrices(String what, double[] ratios) {
        return conflict(
                Rule.OTHER_PRICES,
                "%s of %s days".formatted(what, ratios.length),
                "%s of %s to %s times these".formatted(what, rounded(ratios[0]), rounded(ratios[ratios.length - 1])));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** Prices that were stored in a part of the currency, by an importer or an older version, become whole units. */
    private static boolean isMinor(String currency, Claim claim) {
        return CurrencyUnit.of(currency)
                .filter(unit -> unit.decimals() > 0 && unit.currency().equals(claim.currency()))
                .isPresent();
    }

    private Map<LocalDate, DailyBar> known(LocalDate from) {
        Map<LocalDate, DailyBar> known = new HashMap<>();
        stored.bars().stream()
                .filter(bar -> bar.isFinal() && !bar.date().isBefore(from))
                .forEach(bar -> known.put(bar.date(), bar));
        return known;
    }

    private static double[] ratios(Claim claim, Map<LocalDate, DailyBar> known, ToDoubleFunction<DailyBar> price) {
        return claim.bars().stream()
                .filter(bar -> known.containsKey(bar.date()))
                .mapToDouble(bar ->
                        price.applyAsDouble(bar) / price.applyAsDouble(Objects.requireNonNull(known.get(bar.date()))))
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
     * @return null if it has as many of these days, and of their volumes and adjusted closes
     */
    static @Nullable Conflict extent(Claim claim, StoredExtent all) {
        List<DailyBar> kept = claim.bars().stream()
                .filter(bar -> !bar.date().isBefore(all.first()) && !bar.date().isAfter(all.last()))
                .toList();
        if (kept.size() < all.bars() - Math.max(FEW, Math.min(MANY, TWO_IN_A_THOUSAND * all.bars()))) {
            return conflict(
                    Rule.SHORTER,
                    "%s bars from %s to %s".formatted(all.bars(), all.first(), all.last()),
                    "%s of these days".formatted(kept.size()));
        }
        long withVolume = kept.stream().filter(bar -> bar.volume() > 0).count();
        if (isMissing(withVolume, all.withVolume())) {
            return missing("volumes", withVolume, all.withVolume());
        }
        long adjusted = kept.stream()
                .filter(bar -> Math.abs(bar.factor() - 1) > BarChecks.ROUNDING)
                .count();
        return isMissing(adjusted, all.adjusted())
                ? missing("adjusted closes that are not the close", adjusted, all.adjusted())
                : null;
    }

    private static boolean isMissing(long answered, long stored) {
        return answered < HALF * stored - FEW;
    }

    private static Conflict missing(String what, long answered, long stored) {
        return conflict(
                Rule.COLUMN_MISSING, "%s of %s days".formatted(what, stored), "%s of %s".formatted(what, answered));
    }

    private static Conflict conflict(Rule rule, String stored, String answered) {
        return new Conflict(rule.word(), stored, answered);
    }

    private static String rounded(double factor) {
        return String.format(Locale.ROOT, "%.3g", factor);
    }
}
