package io.openalpha.ml.feature;

import java.util.Arrays;
import java.util.List;

/**
 * What came after each row, and what had gone before it.
 *
 * @param forwardReturns NaN where not known
 * @param directions {@link Dataset#LABEL_UNKNOWN} where not known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outcomes(float[] forwardReturns, byte[] directions, float[] oneDayReturns, float[] fiveDayReturns) {

    static Outcomes of(List<SymbolHistory> histories, TradingDays days, Layout layout, int horizon) {
        int rows = layout.rows();
        Outcomes outcomes = new Outcomes(new float[rows], new byte[rows], new float[rows], new float[rows]);
        Arrays.fill(outcomes.forwardReturns, Float.NaN);
        Arrays.fill(outcomes.directions, Dataset.LABEL_UNKNOWN);
        for (int symbol = 0; symbol < histories.size(); symbol++) {
            outcomes.add(histories.get(symbol), days, layout.rowOfBar()[symbol], horizon);
        }
        return outcomes;
    }

    private void add(SymbolHistory history, TradingDays days, int[] rows, int horizon) {
        int[] barOfDay = days.bars(history);
        for (int bar = 0; bar < rows.length; bar++) {
            if (rows[bar] != Layout.NO_ROW) {
                int day = days.of(history, bar);
                before(rows[bar], new Window(history, bar));
                forward(rows[bar], history, bar(barOfDay, day + 1), bar(barOfDay, day + 1 + horizon));
                direction(rows[bar], history, bar, bar(barOfDay, day + horizon));
            }
        }
    }

    private static int bar(int[] barOfDay, int day) {
        return day < barOfDay.length ? barOfDay[day] : -1;
    }

    private void before(int row, Window window) {
        oneDayReturns[row] = (float) window.logReturn(1);
        fiveDayReturns[row] = (float) window.logReturn(5);
    }

    private void forward(int row, SymbolHistory history, int entry, int exit) {
        if (entry >= 0 && exit >= 0) {
            forwardReturns[row] = (float) (history.open()[exit] / history.open()[entry] - 1);
        }
    }

    private void direction(int row, SymbolHistory history, int bar, int end) {
        if (end >= 0) {
            directions[row] = (byte) (history.close()[end] > history.close()[bar] ? 1 : 0);
        }
    }
}
