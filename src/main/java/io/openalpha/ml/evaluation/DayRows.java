package io.openalpha.ml.evaluation;

import java.util.stream.IntStream;

/**
 * Where each day's rows lie among rows ordered by day. Position 0 is the first day that has rows.
 */
final class DayRows {

    /** First row of each day, then the number of rows. */
    private final int[] starts;

    private final int[] rowDays;

    DayRows(int[] rowDays) {
        this.rowDays = rowDays;
        starts = IntStream.concat(
                        IntStream.range(0, rowDays.length).filter(row -> row == 0 || rowDays[row] != rowDays[row - 1]),
                        IntStream.of(rowDays.length))
                .toArray();
    }

    int count() {
        return starts.length - 1;
    }

    /** First row of the day at this position; of {@link #count()}, the number of rows. */
    int start(int position) {
        return starts[position];
    }

    /** Index of the trading day at this position. */
    int day(int position) {
        return rowDays[starts[position]];
    }
}
