package io.openalpha.ml.learner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows of standard normal features, with labels that depend on them as planted. */
public final class Signal {

    /** How the probability of label 1 follows from a row. */
    @FunctionalInterface
    public interface Planted {
        double probability(float[] values, int start);
    }

    /** No signal at all. */
    public static final Planted NONE = (values, start) -> 0.5;

    private Signal() {}

    /** Names f0, f1 and so on. */
    public static List<String> names(int width) {
        return IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
    }

    /** So many rows, the same for the same seed. */
    public static Samples samples(int rows, int width, long seed, Planted planted) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * width];
        byte[] labels = new byte[rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = (byte) (random.nextDouble() < planted.probability(values, row * width) ? 1 : 0);
        }
        return Samples.of(names(width), values, labels);
    }

    /** Area under the ROC curve, by ranks; the samples' labels say which rows should have the higher scores. */
    public static double auc(float[] scores, Samples samples) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double rankSum = 0;
        double positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                rankSum += samples.label(order[i]) * (from + 1 + to) / 2.0;
                positives += samples.label(order[i]);
            }
            from = to;
        }
        return (rankSum - positives * (positives + 1) / 2) / (positives * (order.length - positives));
    }
}
