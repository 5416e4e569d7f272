package io.openalpha.ml.learner.network;

import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.framework.initializers.Glorot;
import org.tensorflow.framework.initializers.VarianceScaling;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/** The layers as TensorFlow's graph, with initial weights that the seed gives. */
final class LayerGraph {

    static final String INPUT = "features";
    static final String OUTPUT = "logits";

    private final Ops ops;
    private final SplittableRandom seeds;

    private LayerGraph(Ops ops, long seed) {
        this.ops = ops;
        this.seeds = new SplittableRandom(seed);
    }

    static GraphDef of(int features, List<Integer> hiddenLayers, long seed) {
        try (Graph graph = new Graph()) {
            new LayerGraph(Ops.create(graph), seed).build(features, hiddenLayers);
            return graph.toGraphDef();
        }
    }

    static String weights(int layer) {
        return "weights-" + layer;
    }

    static String biases(int layer) {
        return "biases-" + layer;
    }

    private void build(int features, List<Integer> hiddenLayers) {
        Operand<TFloat32> values =
                ops.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, features)));
        int inputs = features;
        for (int layer = 0; layer < hiddenLayers.size(); layer++) {
            values = ops.nn.relu(sums(ops, layer, values, inputs, hiddenLayers.get(layer)));
            inputs = hiddenLayers.get(layer);
        }
        sums(ops.withName(OUTPUT), hiddenLayers.size(), values, inputs, 2);
    }

    private Operand<TFloat32> sums(Ops named, int layer, Operand<TFloat32> values, int inputs, int outputs) {
        Glorot<TFloat32> initial =
                new Glorot<>(VarianceScaling.Distribution.TRUNCATED_NORMAL, seeds.nextLong(Integer.MAX_VALUE));
        Variable<TFloat32> weights = ops.withName(weights(layer))
                .variable(initial.call(ops, ops.array((long) inputs, outputs), TFloat32.class));
        Variable<TFloat32> biases =
                ops.withName(biases(layer)).variable(ops.fill(ops.array(outputs), ops.constant(0f)));
        return named.math.add(ops.linalg.matMul(values, weights), biases);
    }
}
