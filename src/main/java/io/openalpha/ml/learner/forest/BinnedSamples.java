package io.openalpha.ml.learner.forest;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.FeatureOrder;
import io.openalpha.ml.learner.work.Workers;
import java.util.Arrays;

/** Samples with a byte for each value: the number of its bin. By columns, in Tribuo's order of the features. */
final class BinnedSamples {

    private final byte[][] bins;
    private final float[][] edges;
    private final byte[] labels;

    private BinnedSamples(int width, int size) {
        this.bins = new byte[width][size];
        this.edges = new float[width][];
        this.labels = new byte[size];
    }

    static BinnedSamples of(Samples samples, int bins, int threads) {
        BinnedSamples binned = new BinnedSamples(samples.width(), samples.size());
        Arrays.setAll(binned.edges, id -> new float[0]);
        for (int i = 0; i < samples.size(); i++) {
            binned.labels[i] = (byte) samples.label(i);
        }
        int[] columns = FeatureOrder.columns(samples.features());
        Workers.run(threads, columns.length, id -> binned.fill(id, samples, columns[id], bins));
        return binned;
    }

    private void fill(int id, Samples samples, int column, int binCount) {
        float[] sorted = new float[samples.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = samples.value(i, column);
        }
        Arrays.sort(sorted);
        float[] cuts = Edges.of(sorted, binCount);
        edges[id] = cuts;
        byte[] target = bins[id];
        for (int i = 0; i < target.length; i++) {
            target[i] = (byte) Edges.bin(cuts, samples.value(i, column));
        }
    }

    int size() {
        return labels.length;
    }

    int width() {
        return bins.length;
    }

    /** The numbers of the bins, to be read without their sign. */
    byte[] column(int feature) {
        return bins[feature];
    }

    int label(int row) {
        return labels[row];
    }

    /** The number of places at which the feature can be split. */
    int cuts(int feature) {
        return edges[feature].length;
    }

    /** The largest value that is still in the bin. */
    float edge(int feature, int bin) {
        return edges[feature][bin];
    }
}
