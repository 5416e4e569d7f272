package io.openalpha.ml.learner;

/**
 * Platt's scaling of a model's probabilities (J. C. Platt, 1999), which corrects the overconfidence of an overfitted
 * model. It never changes the order of probabilities.
 *
 * @param slope of the log odds; above 0, and below 1 for a model that is too sure
 * @param intercept added to the log odds
 */
public record Calibration(double slope, double intercept) {

    /** Leaves everything as it is. */
    public static final Calibration NONE = new Calibration(1, 0);

    /** As far as log odds are believed at all. */
    private static final double LARGEST = 15;

    /** Throws {@link IllegalArgumentException} for what would turn the order around. */
    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("A calibration's slope must be above 0 and its intercept finite, not "
                    + slope + " and " + intercept);
        }
    }

    /** The calibrated probability. */
    public float apply(float probability) {
        return equals(NONE) ? probability : (float) (1 / (1 + Math.exp(-intercept - slope * logOdds(probability))));
    }

    /** The log odds of a probability, of 0 and 1 too. */
    public static double logOdds(float probability) {
        return Math.max(-LARGEST, Math.min(LARGEST, Math.log(probability / (1 - (double) probability))));
    }
}
