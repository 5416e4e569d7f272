package io.openalpha.ml.evaluation;

/**
 * One step of a walk-forward: train on the days before, test on the days after. Bounds are indices of trading days,
 * from inclusive, to exclusive; purged and embargoed days lie between {@code trainTo} and {@code testFrom}.
 *
 * @param number 1 for the earliest
 */
public record Fold(int number, int trainFrom, int trainTo, int testFrom, int testTo) {

    /** @throws IllegalArgumentException when a period is empty or the training reaches into the test */
    public Fold {
        if (trainFrom < 0 || trainFrom >= trainTo || trainTo > testFrom || testFrom >= testTo) {
            throw new IllegalArgumentException("Fold %s: training days [%s, %s) do not lie before test days [%s, %s)"
                    .formatted(number, trainFrom, trainTo, testFrom, testTo));
        }
    }

    /** Whether forecasts of this trading day are judged in this fold. */
    public boolean tests(int day) {
        return testFrom <= day && day < testTo;
    }
}
