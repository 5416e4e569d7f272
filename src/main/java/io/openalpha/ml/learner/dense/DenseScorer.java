package io.openalpha.ml.learner.dense;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.Scaling;
import io.openalpha.ml.learner.artifact.Scorer;
import java.util.List;

/**
 * Scores rows with networks in plain Java: the mean of their probabilities. Layers are fully connected, with rectifiers
 * between them and a softmax over the two outputs of the last. No native library takes part, so that there is nothing
 * to close, and the same row has the same probability on every machine.
 */
public final class DenseScorer implements Scorer {

    private final List<List<Layer>> networks;
    private final Scaling scaling;
    private final int widest;

    /**
     * Networks that see scaled features.
     *
     * @throws IllegalArgumentException when layers do not fit together
     */
    public DenseScorer(List<List<Layer>> networks, Scaling scaling, int width) {
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("There is no network");
        }
        networks.forEach(layers -> validate(layers, width));
        this.networks = networks;
        this.scaling = scaling;
        this.widest =
                networks.stream().flatMap(List::stream).mapToInt(Layer::outputs).reduce(width, Math::max);
    }

    private static void validate(List<Layer> layers, int width) {
        int inputs = width;
        for (Layer layer : layers) {
            if (layer.inputs() != inputs) {
                throw new IllegalArgumentException("A layer of " + layer.inputs() + " inputs gets " + inputs);
            }
            inputs = layer.outputs();
        }
        if (layers.isEmpty() || inputs != 2) {
            throw new IllegalArgumentException("A network has " + inputs + " outputs instead of 2");
        }
    }

    @Override
    public void score(Samples samples, int from, int to, float[] probabilities) {
        float[] row = new float[samples.width()];
        float[] inputs = new float[widest];
        float[] outputs = new float[widest];
        for (int i = from; i < to; i++) {
            scale(samples, i, row);
            double sum = 0;
            for (List<Layer> layers : networks) {
                System.arraycopy(row, 0, inputs, 0, row.length);
                sum += probability(layers, inputs, outputs);
            }
            probabilities[i] = (float) (sum / networks.size());
        }
    }

    private void scale(Samples samples, int i, float[] row) {
        for (int feature = 0; feature < row.length; feature++) {
            row[feature] = scaling.apply(feature, samples.value(i, feature));
        }
    }

    private static double probability(List<Layer> layers, float[] first, float[] second) {
        float[] inputs = first;
        float[] outputs = second;
        for (int number = 0; number < layers.size(); number++) {
            if (number > 0) {
                rectify(inputs, layers.get(number).inputs());
            }
            layers.get(number).apply(inputs, outputs);
            float[] swap = inputs;
            inputs = outputs;
            outputs = swap;
        }
        return 1 / (1 + StrictMath.exp((double) inputs[0] - inputs[1]));
    }

    private static void rectify(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }
}
