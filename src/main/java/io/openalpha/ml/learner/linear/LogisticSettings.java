package io.openalpha.ml.learner.linear;

/**
 * Settings of the logistic regression.
 *
 * @param l2 penalty on squared weights, for a row each, 0 for none
 * @param learningRate AdaGrad's, such as 0.1
 * @param batch rows a step of the training
 * @param epochs passes over the rows
 * @param maxRows rows that are learned from at most; of more, as many are drawn, for a few dozen weights need no
 *     million
 * @param seed of what is drawn and of the order of the rows
 */
public record LogisticSettings(double l2, double learningRate, int batch, int epochs, int maxRows, long seed) {

    /** Throws {@link IllegalArgumentException} for what makes no regression. */
    public LogisticSettings {
        require(l2 >= 0 && Double.isFinite(l2), "l2", l2, "0 or more");
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "above 0");
        require(batch >= 1, "batch", batch, "at least 1");
        require(epochs >= 1, "epochs", epochs, "at least 1");
        require(maxRows >= 2, "maxRows", maxRows, "at least 2");
    }

    private static void require(boolean condition, String name, Object value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "A logistic regression's " + name + " must be " + expected + ", not " + value);
        }
    }

    /** A light penalty and 5 epochs over at most 250,000 rows. */
    public static LogisticSettings standard(long seed) {
        return new LogisticSettings(1e-4, 0.1, 32, 5, 250_000, seed);
    }
}
