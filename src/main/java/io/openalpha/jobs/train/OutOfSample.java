package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.OutOfSampleForecasts;
import io.openalpha.ml.evaluation.PastReturns;
import io.openalpha.ml.evaluation.Scale;
import io.openalpha.ml.evaluation.TestPeriods;
import io.openalpha.ml.feature.Dataset;

/**
 * The rows that models are tested on, whichever they are.
 *
 * @param rows of the dataset, ascending
 * @param truth what came of them; its scores mean nothing
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the dataset, and never compared
record OutOfSample(int[] rows, OutOfSampleForecasts truth, PastReturns past, TestPeriods periods) {

    static OutOfSample of(Dataset dataset, int[] rows, TestPeriods periods) {
        int[] days = new int[rows.length];
        int[] symbols = new int[rows.length];
        byte[] labels = new byte[rows.length];
        byte[] directions = new byte[rows.length];
        float[] returns = new float[rows.length];
        float[] oneDay = new float[rows.length];
        float[] fiveDays = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            days[i] = dataset.dayOfRow()[row];
            symbols[i] = dataset.symbolOfRow()[row];
            labels[i] = dataset.labels()[row];
            directions[i] = dataset.directions()[row];
            returns[i] = dataset.forwardReturns()[row];
            oneDay[i] = dataset.oneDayReturns()[row];
            fiveDays[i] = dataset.fiveDayReturns()[row];
        }
        OutOfSampleForecasts truth = new OutOfSampleForecasts(
                Scale.SIGNED, days, symbols, new float[rows.length], labels, returns, directions);
        return new OutOfSample(rows, truth, new PastReturns(oneDay, fiveDays), periods);
    }

    /** What a model forecast for the rows. */
    OutOfSampleForecasts forecast(float[] probabilities) {
        return truth.withScores(Scale.PROBABILITY, probabilities);
    }
}
