package io.openalpha.ml.evaluation;

import java.util.Arrays;

/**
 * The sums of each day that all slices are made of, by position of the day.
 *
 * @param rows how many
 * @param hits labels forecast
 * @param directionHits directions forecast
 * @param rises directions that are 1
 * @param losses logarithmic losses; zeros when scores are not probabilities, like the next two
 * @param baseLosses logarithmic losses of the base rate
 * @param squares squared distances of forecast and label
 * @param rankIc rank correlation of scores and returns
 * @param gross portfolio return
 * @param turnover portfolio value traded
 */
@SuppressWarnings("ArrayRecordComponent")
record DayFigures(
        double[] rows,
        double[] hits,
        double[] directionHits,
        double[] rises,
        double[] losses,
        double[] baseLosses,
        double[] squares,
        double[] rankIc,
        double[] gross,
        double[] turnover) {

    static DayFigures of(OutOfSampleForecasts f, DayRows days, TestPeriods periods, int horizon) {
        DecileTrades trades = new DecileTrades(f, days, horizon);
        byte[] labels = f.labels();
        float[] p = f.scores();
        boolean probable = f.scale() == Scale.PROBABILITY;
        return new DayFigures(
                DayTotals.of(days, row -> 1),
                DayTotals.of(days, row -> f.decision(row) == labels[row] ? 1 : 0),
                DayTotals.of(days, row -> f.decision(row) == f.directions()[row] ? 1 : 0),
                DayTotals.of(days, row -> f.directions()[row]),
                DayTotals.of(days, row -> probable ? LogLoss.of(p[row], labels[row]) : 0),
                DayTotals.of(days, row -> LogLoss.of(periods.baseRate(f.days()[row]), labels[row])),
                DayTotals.of(days, row -> probable ? Brier.of(p[row], labels[row]) : 0),
                RankCorrelation.byDay(f, days),
                trades.gross(),
                trades.turnover());
    }

    /** The same of the days at positions {@code from} to {@code to}, exclusive. */
    DayFigures slice(int from, int to) {
        return new DayFigures(
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(hits, from, to),
                Arrays.copyOfRange(directionHits, from, to),
                Arrays.copyOfRange(rises, from, to),
                Arrays.copyOfRange(losses, from, to),
                Arrays.copyOfRange(baseLosses, from, to),
                Arrays.copyOfRange(squares, from, to),
                Arrays.copyOfRange(rankIc, from, to),
                Arrays.copyOfRange(gross, from, to),
                Arrays.copyOfRange(turnover, from, to));
    }
}
