package io.openalpha.ml.evaluation;

/**
 * The logarithmic loss, the mean of {@code -ln} of the probability given to what happened (I. J. Good, 1952), in nats,
 * with probabilities kept 1e-7 away from 0 and 1.
 *
 * @param model what the forecasts lose
 * @param baseRate what the constant share of label 1 in each fold's training part loses on the same rows
 * @param excess the forecasts' loss less the base rate's, row by row: below zero is better than knowing nothing
 */
public record LogLoss(Estimate model, double baseRate, Estimate excess) {

    private static final double NEAREST = 1e-7;

    static double of(double probability, byte label) {
        double ofOutcome = label == 1 ? probability : 1 - probability;
        return -Math.log(Math.min(Math.max(ofOutcome, NEAREST), 1 - NEAREST));
    }
}
