package io.openalpha.ml.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Replaces a feature's values of one day by their ranks, from −0.5 for the lowest to 0.5 for the highest.
 */
final class DailyRanks {

    private DailyRanks() {}

    /** Ranks every feature of a stock within every day; those of the market stay. */
    static void rank(float[] values, int[] firstRow) {
        IntStream.range(0, firstRow.length - 1).parallel().forEach(day -> {
            for (int column = 0; column < FeatureSet.width(); column++) {
                if (!FeatureSet.features().get(column).isOfMarket()) {
                    rank(values, column, firstRow[day], firstRow[day + 1]);
                }
            }
        });
    }

    private static void rank(float[] values, int column, int from, int to) {
        int width = FeatureSet.width();
        long[] sorted = new long[to - from];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = key(values[(from + i) * width + column]) << 32 | i;
        }
        Arrays.sort(sorted);
        for (int first = 0, end; first < sorted.length; first = end) {
            end = endOfTie(sorted, first);
            for (int i = first; i < end; i++) {
                values[(from + (int) sorted[i]) * width + column] = place(first, end - 1, sorted.length);
            }
        }
    }

    /** A number that sorts as the value does, and is the same for both zeros. */
    private static long key(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits < 0 ? ~(bits & Integer.MAX_VALUE) : bits;
    }

    private static int endOfTie(long[] sorted, int first) {
        int end = first + 1;
        while (end < sorted.length && sorted[end] >> 32 == sorted[first] >> 32) {
            end++;
        }
        return end;
    }

    /** The middle of the ranks that a tie takes; 0 for one that is alone. */
    private static float place(int first, int last, int count) {
        return count == 1 ? 0 : (first + last) / (2f * (count - 1)) - 0.5f;
    }
}
