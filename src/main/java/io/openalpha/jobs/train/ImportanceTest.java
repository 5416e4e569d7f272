package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Auc;
import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Measures the importance of every feature by permutation. */
final class ImportanceTest {

    /** Rows that are enough to rank the features. */
    private static final int MOST_ROWS = 40_000;

    private final TrainedModel model;
    private final Samples rows;
    private final SplittableRandom random;

    /** @param test rows that the model has not seen; of many, every n-th is looked at */
    ImportanceTest(TrainedModel model, Samples test, long seed) {
        this.model = model;
        this.rows = copy(test, Math.max(1, test.size() / MOST_ROWS));
        this.random = new SplittableRandom(seed);
    }

    Importance run() {
        double whole = auc();
        Map<String, Double> drops = new LinkedHashMap<>();
        for (int feature = 0; feature < rows.width(); feature++) {
            float[] original = column(feature);
            fill(feature, shuffled(original));
            drops.put(rows.features().get(feature), whole - auc());
            fill(feature, original);
        }
        return new Importance("AUC", drops);
    }

    private double auc() {
        return Auc.of(model.probabilities(rows), rows.labels());
    }

    private float[] column(int feature) {
        float[] column = new float[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows.value(i, feature);
        }
        return column;
    }

    private void fill(int feature, float[] column) {
        for (int i = 0; i < column.length; i++) {
            rows.values()[rows.start(i) + feature] = column[i];
        }
    }

    private float[] shuffled(float[] values) {
        float[] shuffled = values.clone();
        for (int last = shuffled.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            float value = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = value;
        }
        return shuffled;
    }

    private static Samples copy(Samples test, int every) {
        int count = (test.size() + every - 1) / every;
        float[] values = new float[count * test.width()];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            int start = test.start(i * every);
            System.arraycopy(test.values(), start, values, i * test.width(), test.width());
            labels[i] = (byte) test.label(i * every);
        }
        int[] rows = new int[count];
        Arrays.setAll(rows, row -> row);
        return new Samples(test.features(), values, labels, rows);
    }
}
