package io.openalpha.ml.learner.network;

import java.util.List;

/**
 * Settings of the network.
 *
 * @param hiddenLayers neurons of each hidden layer, from the inputs on; at least one layer
 * @param batch rows a step of the training
 * @param epochs passes over the rows
 * @param learningRate Adam's, such as 0.001
 * @param members networks that differ in nothing but their seeds and whose mean is the model; one alone is luck
 * @param seed from which the members' seeds are drawn
 * @param threads members that are trained at the same time; it changes nothing but the time
 */
public record NetworkSettings(
        List<Integer> hiddenLayers, int batch, int epochs, double learningRate, int members, long seed, int threads) {

    /** Throws {@link IllegalArgumentException} for what makes no network. */
    public NetworkSettings {
        hiddenLayers = List.copyOf(hiddenLayers);
        require(
                !hiddenLayers.isEmpty() && hiddenLayers.stream().allMatch(size -> size >= 1),
                "hiddenLayers",
                hiddenLayers,
                "at least one, of at least one neuron each");
        require(batch >= 1, "batch", batch, "at least 1");
        require(epochs >= 1, "epochs", epochs, "at least 1");
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "above 0 and at most 1");
        require(members >= 1, "members", members, "at least 1");
        require(threads >= 1, "threads", threads, "at least 1");
    }

    private static void require(boolean condition, String name, Object value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException("A network's " + name + " must be " + expected + ", not " + value);
        }
    }

    /** Layers of 64, 32 and 16 neurons, batches of 1024 rows, 5 epochs, the mean of 3. */
    public static NetworkSettings standard(long seed, int threads) {
        return new NetworkSettings(List.of(64, 32, 16), 1024, 5, 0.001, 3, seed, threads);
    }
}
