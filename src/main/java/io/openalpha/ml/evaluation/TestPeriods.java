package io.openalpha.ml.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * When forecasts were tested.
 *
 * @param days the dates of all trading days, by the index that {@link Fold} and {@link OutOfSampleForecasts} use
 * @param folds earliest first, one test period after the other
 * @param baseRates of each fold, the share of label 1 in its training part: above 0, below 1
 */
public record TestPeriods(List<LocalDate> days, List<Fold> folds, List<Double> baseRates) {

    /** @throws IllegalArgumentException when the parts do not fit together */
    public TestPeriods {
        days = List.copyOf(days);
        folds = List.copyOf(folds);
        baseRates = List.copyOf(baseRates);
        if (folds.isEmpty() || folds.size() != baseRates.size()) {
            throw new IllegalArgumentException(
                    "Test periods: %s folds and %s base rates".formatted(folds.size(), baseRates.size()));
        }
        if (folds.get(folds.size() - 1).testTo() > days.size()) {
            throw new IllegalArgumentException(
                    "Test periods: the folds reach beyond the %s days".formatted(days.size()));
        }
        baseRates.forEach(TestPeriods::requireShare);
        for (int i = 1; i < folds.size(); i++) {
            requireContiguous(folds.get(i - 1), folds.get(i));
        }
    }

    /** The training part's share of label 1, in the fold that tests this day. */
    double baseRate(int day) {
        return baseRates.get(position(day));
    }

    /** The fold that tests this day. */
    Fold fold(int day) {
        return folds.get(position(day));
    }

    private int position(int day) {
        for (int i = 0; i < folds.size(); i++) {
            if (folds.get(i).tests(day)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Test periods: no fold tests day " + day);
    }

    private static void requireShare(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("Test periods: the base rate " + rate + " is not between 0 and 1");
        }
    }

    private static void requireContiguous(Fold earlier, Fold later) {
        if (earlier.testTo() != later.testFrom()) {
            throw new IllegalArgumentException("Test periods: fold %s does not start where fold %s ends"
                    .formatted(later.number(), earlier.number()));
        }
    }
}
