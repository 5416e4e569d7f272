package io.openalpha.ml.evaluation;

import java.util.SplittableRandom;

/** Labels for the negative control. */
public final class ShuffledLabels {

    private ShuffledLabels() {}

    /**
     * The labels in random order within each day, so that every day keeps its share of each; the same seed gives the
     * same order.
     *
     * @param days of the rows, ascending
     * @param labels parallel to them; left as they are
     */
    public static byte[] within(int[] days, byte[] labels, long seed) {
        byte[] shuffled = labels.clone();
        SplittableRandom random = new SplittableRandom(seed);
        DayRows rows = new DayRows(days);
        for (int day = 0; day < rows.count(); day++) {
            for (int last = rows.start(day + 1) - 1; last > rows.start(day); last--) {
                int other = random.nextInt(rows.start(day), last + 1);
                byte label = shuffled[last];
                shuffled[last] = shuffled[other];
                shuffled[other] = label;
            }
        }
        return shuffled;
    }
}
