package io.openalpha.ml.evaluation;

import java.util.function.IntToDoubleFunction;

/** Sums of one figure over the rows of each day. */
final class DayTotals {

    private DayTotals() {}

    /** By position of the day, what the figure of its rows adds up to. */
    static double[] of(DayRows days, IntToDoubleFunction figure) {
        double[] totals = new double[days.count()];
        for (int day = 0; day < totals.length; day++) {
            for (int row = days.start(day); row < days.start(day + 1); row++) {
                totals[day] += figure.applyAsDouble(row);
            }
        }
        return totals;
    }
}
