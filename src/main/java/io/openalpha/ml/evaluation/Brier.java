package io.openalpha.ml.evaluation;

import java.util.List;

/**
 * The Brier score, the mean of (p - y)² (G. W. Brier, 1950), and its parts over the calibration bins (A. H. Murphy,
 * 1973): {@code score = reliability - resolution + uncertainty} where forecasts within a bin are equal.
 *
 * @param score 0 is perfect, 0.25 what one half for everything earns
 * @param reliability mean squared distance of forecast and frequency; 0 is perfectly calibrated
 * @param resolution mean squared distance of frequency and overall frequency; more is better
 * @param uncertainty variance of the label, which no forecast changes
 */
public record Brier(Estimate score, double reliability, double resolution, double uncertainty) {

    static double of(double probability, byte label) {
        return square(probability - label);
    }

    static Brier of(Estimate score, List<CalibrationBin> bins) {
        double count = bins.stream().mapToInt(CalibrationBin::count).sum();
        double overall =
                bins.stream().mapToDouble(bin -> bin.count() * bin.frequency()).sum() / count;
        double reliability = bins.stream()
                .mapToDouble(bin -> bin.count() * square(bin.forecast() - bin.frequency()))
                .sum();
        double resolution = bins.stream()
                .mapToDouble(bin -> bin.count() * square(bin.frequency() - overall))
                .sum();
        return new Brier(score, reliability / count, resolution / count, overall * (1 - overall));
    }

    private static double square(double x) {
        return x * x;
    }
}
