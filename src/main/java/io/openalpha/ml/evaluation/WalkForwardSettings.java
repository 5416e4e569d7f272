package io.openalpha.ml.evaluation;

/**
 * How history is cut into folds. All lengths are trading days.
 *
 * @param folds test periods, at least 4
 * @param horizon days a position is held: a forecast of day t earns from the open of t+1 to the open of t+1+horizon
 * @param embargoDays days left out between the last label of a training period and its test period
 * @param minTrainDays days the first fold trains on
 * @param minTestDays days every fold is tested on, at least
 */
public record WalkForwardSettings(int folds, int horizon, int embargoDays, int minTrainDays, int minTestDays) {

    /** @throws IllegalArgumentException when a number is too small */
    public WalkForwardSettings {
        requireAtLeast("folds", folds, 4);
        requireAtLeast("horizon", horizon, 1);
        requireAtLeast("embargo days", embargoDays, 0);
        requireAtLeast("training days", minTrainDays, 1);
        requireAtLeast("test days", minTestDays, 1);
    }

    /** 5 folds, an embargo of horizon + 5 days, two years to learn from first and a month to test on at least. */
    public static WalkForwardSettings standard(int horizon) {
        return new WalkForwardSettings(5, horizon, horizon + 5, 504, 21);
    }

    /** The shortest history that can be cut so. */
    public int daysNeeded() {
        return firstTestDay() + folds * minTestDays;
    }

    /** Days between the last training day and the first test day: its label window and the embargo. */
    int gap() {
        return 1 + horizon + embargoDays;
    }

    int firstTestDay() {
        return minTrainDays + gap();
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "Walk-forward %s: %s given, at least %s needed".formatted(name, value, least));
        }
    }
}
