package io.openalpha.jobs.train;

import io.openalpha.ml.learner.Calibration;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns from forecasts and what came of them how sure a kind of model should be, by the slope and intercept of the log
 * odds with the least log loss (Newton's method).
 */
final class CalibrationFit {

    private static final int STEPS = 25;

    /** A step that is shorter changes no probability. */
    private static final double SHORTEST = 1e-9;

    /** A model without any skill keeps an order of its forecasts, though they hardly differ. */
    private static final double FLATTEST = 0.01;

    /** Below it, slope and intercept cannot be separated; relative to its value without correlation. */
    private static final double ALIKE = 1e-9;

    private final List<Part> parts = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(float[] probabilities, byte[] labels) {}

    /** Adds out-of-sample forecasts. */
    void add(float[] probabilities, byte[] labels) {
        parts.add(new Part(probabilities, labels));
    }

    /**
     * The calibration that fits all forecasts so far; none without forecasts, or when they are all equal. From a slope
     * of 0 the search converges; from 1 it overshoots where forecasts were much too sure.
     */
    Calibration calibration() {
        double slope = 0;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            Newton newton = new Newton();
            for (Part part : parts) {
                newton.add(part, slope, intercept);
            }
            double determinant = newton.aa * newton.bb - newton.ab * newton.ab;
            if (!(determinant > ALIKE * newton.aa * newton.bb)) {
                return Calibration.NONE;
            }
            double steeper = (newton.bb * newton.a - newton.ab * newton.b) / determinant;
            double higher = (newton.aa * newton.b - newton.ab * newton.a) / determinant;
            slope += steeper;
            intercept += higher;
            if (Math.abs(steeper) + Math.abs(higher) < SHORTEST) {
                break;
            }
        }
        return new Calibration(Math.max(FLATTEST, slope), intercept);
    }

    /** Sums of the gradient (a, b) and the curvature of the log likelihood by slope and intercept. */
    private static final class Newton {

        private double a;
        private double b;
        private double aa;
        private double ab;
        private double bb;

        void add(Part part, double slope, double intercept) {
            for (int i = 0; i < part.labels.length; i++) {
                double odds = Calibration.logOdds(part.probabilities[i]);
                double forecast = 1 / (1 + Math.exp(-intercept - slope * odds));
                double miss = part.labels[i] - forecast;
                double weight = forecast * (1 - forecast);
                a += miss * odds;
                b += miss;
                aa += weight * odds * odds;
                ab += weight * odds;
                bb += weight;
            }
        }
    }
}
