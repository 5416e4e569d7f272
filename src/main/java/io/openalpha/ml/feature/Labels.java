package io.openalpha.ml.feature;

import java.util.Arrays;

/** Turns forward returns into labels. */
final class Labels {

    private Labels() {}

    static byte[] of(LabelSettings settings, float[] forwardReturns, int[] firstRow) {
        byte[] labels = new byte[forwardReturns.length];
        for (int day = 0; day + 1 < firstRow.length; day++) {
            int from = firstRow[day];
            int to = firstRow[day + 1];
            float threshold = settings.kind() == LabelSettings.Kind.DIRECTION ? 0 : median(forwardReturns, from, to);
            for (int row = from; row < to; row++) {
                labels[row] = label(forwardReturns[row], threshold);
            }
        }
        return labels;
    }

    private static byte label(float forwardReturn, float threshold) {
        if (Float.isNaN(forwardReturn) || Float.isNaN(threshold)) {
            return Dataset.LABEL_UNKNOWN;
        }
        return (byte) (forwardReturn > threshold ? 1 : 0);
    }

    /** The median of those known; NaN where there are not two to compare. */
    private static float median(float[] returns, int from, int to) {
        float[] known = Arrays.copyOfRange(returns, from, to);
        Arrays.sort(known);
        int count = known.length;
        while (count > 0 && Float.isNaN(known[count - 1])) {
            count--;
        }
        return count < 2 ? Float.NaN : (known[(count - 1) / 2] + known[count / 2]) / 2;
    }
}
