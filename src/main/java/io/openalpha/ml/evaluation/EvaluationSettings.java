package io.openalpha.ml.evaluation;

/**
 * How forecasts are judged.
 *
 * @param horizon trading days a position is held
 * @param costBps what trading costs, in basis points of the value traded
 * @param resamples of the bootstrap behind the intervals
 * @param seed of the bootstrap: the same seed gives the same intervals
 */
public record EvaluationSettings(int horizon, double costBps, int resamples, long seed) {

    /** @throws IllegalArgumentException when a number is out of range */
    public EvaluationSettings {
        if (horizon < 1 || resamples < 100 || !(costBps >= 0 && costBps < 10_000)) {
            throw new IllegalArgumentException(
                    "Evaluation: horizon %s (at least 1), costs of %s bps (0 to 10000), %s resamples (at least 100)"
                            .formatted(horizon, costBps, resamples));
        }
    }

    /** 5 basis points, 500 resamples. */
    public static EvaluationSettings standard(int horizon) {
        return new EvaluationSettings(horizon, 5, 500, 1);
    }
}
