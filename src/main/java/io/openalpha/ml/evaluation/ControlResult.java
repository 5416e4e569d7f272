package io.openalpha.ml.evaluation;

/**
 * A negative control: a model that learned from shuffled labels must know nothing of the true ones. If it does, the
 * evaluation leaks (the permutation test of M. Ojala and G. C. Garriga, 2010, with one permutation).
 *
 * @param auc of its forecasts against the true labels, out of sample
 */
public record ControlResult(double auc) {

    static final double LOWEST = 0.49;
    static final double HIGHEST = 0.51;

    /**
     * Judges the control's forecasts.
     *
     * @throws IllegalArgumentException when only one label occurs
     */
    public static ControlResult of(OutOfSampleForecasts forecasts) {
        DayRows days = new DayRows(forecasts.days());
        RocAuc auc = RocAuc.of(forecasts, days, 0, days.count());
        if (auc == null) {
            throw new IllegalArgumentException("Shuffled control: only one label occurs in the test rows");
        }
        return new ControlResult(auc.positive().value());
    }

    boolean isClean() {
        return LOWEST <= auc && auc <= HIGHEST;
    }
}
