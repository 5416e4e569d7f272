package io.openalpha.evaluation;

/** Sums of one figure over the rows of each day. */
final class DayTotals {

    /** What a row adds to its day. */
    @FunctionalInterface
    interface RowFigure {
        double of(int row);
    }

    private DayTotals() {}

    static double[] of(DayRows days, RowFigure figure) {
        double[] totals = new double[days.count()];
        for (int day = 0; day < totals.length; day++) {
            for (int row = days.start(day); row < days.start(day + 1); row++) {
                totals[day] += figure.of(row);
            }
        }
        return totals;
    }
}
