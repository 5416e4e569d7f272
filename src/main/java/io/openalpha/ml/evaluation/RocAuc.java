package io.openalpha.ml.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Area under the receiver operating characteristic: the chance that a row of label 1 scores above a row of label 0,
 * ties counting one half (J. A. Hanley and B. J. McNeil, 1982).
 *
 * <p>It is the mean over the rows of label 1 of their <i>placement</i>, the share of label 0 that scores below, and
 * also the mean of the placements of label 0 (E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, 1988). Summed by day
 * (N. A. Obuchowski, 1997, for clusters) these give a resampled area without sorting again: the rows are sorted once,
 * and the bootstrap costs a few sums a day. The step is of first order, exact enough when no day weighs much.
 *
 * @param positive placements of label 1 over their count, by day
 * @param negative placements of label 0 over their count, by day
 */
record RocAuc(DayRatio positive, DayRatio negative) {

    /** Of the days at positions {@code from} to {@code to}, exclusive; null when they hold one label only. */
    static @Nullable RocAuc of(OutOfSampleForecasts forecasts, DayRows days, int from, int to) {
        RocAuc auc = new RocAuc(zeros(to - from), zeros(to - from));
        double[] placements = placements(forecasts, days.start(from), days.start(to));
        double positives = 0;
        for (int day = from; day < to; day++) {
            for (int row = days.start(day); row < days.start(day + 1); row++) {
                DayRatio side = forecasts.labels()[row] == 1 ? auc.positive : auc.negative;
                side.numerators()[day - from] += placements[row - days.start(from)];
                side.denominators()[day - from]++;
                positives += forecasts.labels()[row];
            }
        }
        return positives == 0 || positives == placements.length ? null : auc;
    }

    private static double[] placements(OutOfSampleForecasts forecasts, int from, int to) {
        TiedRanks ranking = TiedRanks.of(forecasts.scores(), from, to);
        int positives = ones(ranking, forecasts.labels(), 0, ranking.size());
        int negatives = ranking.size() - positives;
        double[] placements = new double[ranking.size()];
        int onesBelow = 0;
        for (int start = 0, end; start < ranking.size(); start = end) {
            end = ranking.groupEnd(start);
            int ones = ones(ranking, forecasts.labels(), start, end);
            int zeros = end - start - ones;
            double ofOne = (start - onesBelow + zeros / 2.0) / negatives;
            double ofZero = (positives - onesBelow - ones / 2.0) / positives;
            for (int place = start; place < end; place++) {
                int row = ranking.row(place);
                placements[row - from] = forecasts.labels()[row] == 1 ? ofOne : ofZero;
            }
            onesBelow += ones;
        }
        return placements;
    }

    private static int ones(TiedRanks ranking, byte[] labels, int start, int end) {
        int ones = 0;
        for (int place = start; place < end; place++) {
            ones += labels[ranking.row(place)];
        }
        return ones;
    }

    private static DayRatio zeros(int days) {
        return new DayRatio(new double[days], new double[days]);
    }
}
