package io.openalpha.ml.evaluation;

import java.util.Arrays;

/** A range of numbers in ascending order, with groups of equal ones. */
final class TiedRanks {

    private final long[] keys;
    private final int from;

    private TiedRanks(long[] keys, int from) {
        this.keys = keys;
        this.from = from;
    }

    /** Sorts {@code values[from..to)}, which stay as they are. */
    static TiedRanks of(float[] values, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) sortable(values[from + i]) << Integer.SIZE) | i;
        }
        Arrays.sort(keys);
        return new TiedRanks(keys, from);
    }

    int size() {
        return keys.length;
    }

    /** Index in the array of the value at this place of the order. */
    int row(int place) {
        return from + (int) keys[place];
    }

    /** The place after the last one that holds the same value as this one. */
    int groupEnd(int place) {
        int end = place + 1;
        while (end < keys.length && keys[end] >> Integer.SIZE == keys[place] >> Integer.SIZE) {
            end++;
        }
        return end;
    }

    /** Ranks from 1 in the order of the array; equal values share the mean of theirs. */
    double[] midranks() {
        double[] ranks = new double[keys.length];
        for (int start = 0, end; start < keys.length; start = end) {
            end = groupEnd(start);
            for (int place = start; place < end; place++) {
                ranks[(int) keys[place]] = (start + 1 + end) / 2.0;
            }
        }
        return ranks;
    }

    /** Bits that compare as integers like the number does; adding zero makes both zeros one. */
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
