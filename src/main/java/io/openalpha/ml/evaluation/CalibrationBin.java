package io.openalpha.ml.evaluation;

/**
 * The outcomes of forecasts of similar size.
 *
 * @param forecast their mean
 * @param frequency share of label 1 among them, 0 to 1
 * @param count how many they are
 */
public record CalibrationBin(double forecast, double frequency, int count) {}
