package io.openalpha.ml.evaluation;

/**
 * What came of forecasts of about one height.
 *
 * @param forecast their mean
 * @param frequency share of label 1 among them, 0 to 1
 * @param count how many they are
 */
public record CalibrationBin(double forecast, double frequency, int count) {}
