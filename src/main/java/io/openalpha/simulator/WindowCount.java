package io.openalpha.simulator;

import java.time.Duration;
import java.util.Arrays;

/**
 * Counts events within the last stretch of time, in constant memory: to a thousandth of the stretch, so that it may
 * miss up to that much of its oldest end but never counts beyond it. Not safe for threads.
 */
final class WindowCount {

    private static final int SLICES = 1000;

    private final long sliceNanos;
    private final int[] slices = new int[SLICES];
    private long current;
    private long sum;
    private long largest;

    WindowCount(Duration window) {
        this.sliceNanos = window.toNanos() / SLICES;
    }

    long at(long nanos) {
        advance(nanos / sliceNanos);
        return sum;
    }

    void add(long nanos) {
        advance(nanos / sliceNanos);
        slices[(int) (current % SLICES)]++;
        sum++;
        largest = Math.max(largest, sum);
    }

    /** The most that any stretch has seen. */
    long largest() {
        return largest;
    }

    private void advance(long slice) {
        if (slice - current >= SLICES) {
            Arrays.fill(slices, 0);
            sum = 0;
            current = slice;
        }
        while (current < slice) {
            current++;
            int index = (int) (current % SLICES);
            sum -= slices[index];
            slices[index] = 0;
        }
    }
}
