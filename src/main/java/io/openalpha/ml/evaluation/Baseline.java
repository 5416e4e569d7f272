package io.openalpha.ml.evaluation;

import java.util.Arrays;

/** A forecast without a model. A model has to beat these to be useful. */
public enum Baseline {
    /** Every label and every direction is 1. */
    ALWAYS_UP("always up"),
    /** The share of label 1 in the training part of each fold, for every row. */
    MAJORITY("majority class"),
    /** Less of last day's return is better, measured from the day's median (B. N. Lehmann, 1990). */
    REVERSAL_1_DAY("1-day reversal"),
    /** Less of the last five days' return is better, measured from the day's median (N. Jegadeesh, 1990, by months). */
    REVERSAL_5_DAYS("5-day reversal"),
    /** What rose yesterday rises, what fell falls. */
    YESTERDAYS_DIRECTION("yesterday's direction");

    private final String title;

    Baseline(String title) {
        this.title = title;
    }

    /** The name for display and of its {@link Evaluation}. */
    public String title() {
        return title;
    }

    /** Whether this is one of the two reversals, the ones a model must beat to be promoted. */
    boolean isReversal() {
        return this == REVERSAL_1_DAY || this == REVERSAL_5_DAYS;
    }

    /**
     * Its forecasts for the same rows.
     *
     * @param past parallel to the rows
     */
    public OutOfSampleForecasts forecasts(OutOfSampleForecasts rows, PastReturns past, TestPeriods periods) {
        return switch (this) {
            case ALWAYS_UP -> rows.withScores(Scale.SIGNED, filled(rows.rows(), 1));
            case MAJORITY -> rows.withScores(Scale.PROBABILITY, baseRates(rows.days(), periods));
            case REVERSAL_1_DAY -> rows.withScores(Scale.SIGNED, belowMedian(rows.days(), past.oneDay()));
            case REVERSAL_5_DAYS -> rows.withScores(Scale.SIGNED, belowMedian(rows.days(), past.fiveDays()));
            case YESTERDAYS_DIRECTION -> rows.withScores(Scale.SIGNED, signs(past.oneDay()));
        };
    }

    private static float[] filled(int rows, float value) {
        float[] scores = new float[rows];
        Arrays.fill(scores, value);
        return scores;
    }

    private static float[] baseRates(int[] days, TestPeriods periods) {
        float[] scores = new float[days.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = (float) periods.baseRate(days[row]);
        }
        return scores;
    }

    private static float[] signs(float[] values) {
        float[] scores = new float[values.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Float.isNaN(values[row]) ? 0 : Math.signum(values[row]);
        }
        return scores;
    }

    private static float[] belowMedian(int[] rowDays, float[] values) {
        DayRows days = new DayRows(rowDays);
        float[] scores = new float[values.length];
        for (int day = 0; day < days.count(); day++) {
            float median = median(Arrays.copyOfRange(values, days.start(day), days.start(day + 1)));
            for (int row = days.start(day); row < days.start(day + 1); row++) {
                scores[row] = Float.isNaN(values[row]) ? 0 : median - values[row];
            }
        }
        return scores;
    }

    /** Of the numbers that are known; sorting puts NaN last. */
    private static float median(float[] values) {
        Arrays.sort(values);
        int known = values.length;
        while (known > 0 && Float.isNaN(values[known - 1])) {
            known--;
        }
        return known == 0 ? Float.NaN : (values[(known - 1) / 2] + values[known / 2]) / 2;
    }
}
