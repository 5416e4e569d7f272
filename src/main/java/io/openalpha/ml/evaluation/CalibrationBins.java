package io.openalpha.ml.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts forecasts into tenths by rank, for scores near one half would all share one or two bins of equal width. Equal
 * scores are never parted; bins that stay empty are left out.
 */
final class CalibrationBins {

    private static final int BINS = 10;

    private final double[] forecasts = new double[BINS];
    private final double[] ones = new double[BINS];
    private final int[] counts = new int[BINS];

    private CalibrationBins() {}

    /** The bins of rows {@code from} to {@code to}, exclusive, lowest forecasts first. */
    static List<CalibrationBin> of(OutOfSampleForecasts forecasts, int from, int to) {
        CalibrationBins bins = new CalibrationBins();
        double[] ranks = TiedRanks.of(forecasts.scores(), from, to).midranks();
        for (int i = 0; i < ranks.length; i++) {
            int bin = (int) (BINS * (ranks[i] - 0.5) / ranks.length);
            bins.add(bin, forecasts.scores()[from + i], forecasts.labels()[from + i]);
        }
        return IntStream.range(0, BINS)
                .filter(bin -> bins.counts[bin] > 0)
                .mapToObj(bins::bin)
                .toList();
    }

    private void add(int bin, float score, byte label) {
        forecasts[bin] += score;
        ones[bin] += label;
        counts[bin]++;
    }

    private CalibrationBin bin(int bin) {
        return new CalibrationBin(forecasts[bin] / counts[bin], ones[bin] / counts[bin], counts[bin]);
    }
}
