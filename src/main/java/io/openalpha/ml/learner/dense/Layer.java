package io.openalpha.ml.learner.dense;

/**
 * A layer of neurons.
 *
 * @param weights from each input to each output, the outputs of the first input first
 * @param biases one an output
 */
@SuppressWarnings("ArrayRecordComponent") // a layer is its arrays
public record Layer(float[] weights, float[] biases) {

    /** Throws {@link IllegalArgumentException} when there are no outputs, weights are missing or one is no number. */
    public Layer {
        if (biases.length == 0 || weights.length == 0 || weights.length % biases.length != 0) {
            throw new IllegalArgumentException(
                    weights.length + " weights make no layer of " + biases.length + " neurons");
        }
        requireFinite(weights);
        requireFinite(biases);
    }

    private static void requireFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("A layer has the weight " + number);
            }
        }
    }

    int inputs() {
        return weights.length / biases.length;
    }

    int outputs() {
        return biases.length;
    }

    /** The layer for inputs that come in another order: input {@code i} is found at {@code columns[i]}. */
    public Layer onColumns(int[] columns) {
        float[] moved = new float[weights.length];
        for (int input = 0; input < columns.length; input++) {
            System.arraycopy(weights, input * outputs(), moved, columns[input] * outputs(), outputs());
        }
        return new Layer(moved, biases);
    }

    /** Sums up the inputs of each neuron. Inputs of 0, as a rectifier leaves them, cost nothing. */
    void apply(float[] inputs, float[] sums) {
        int outputs = biases.length;
        System.arraycopy(biases, 0, sums, 0, outputs);
        for (int input = 0; input < inputs(); input++) {
            float value = inputs[input];
            if (value != 0) {
                int start = input * outputs;
                for (int output = 0; output < outputs; output++) {
                    sums[output] += value * weights[start + output];
                }
            }
        }
    }
}
