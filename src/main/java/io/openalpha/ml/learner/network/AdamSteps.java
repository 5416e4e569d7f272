package io.openalpha.ml.learner.network;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;
import org.tribuo.interop.tensorflow.LabelConverter;
import org.tribuo.interop.tensorflow.protos.OutputConverterProto;

/**
 * Counts Adam's steps for TensorFlow. Its optimiser raises the powers of both betas in no particular order with the
 * updates that read them, so that the same seed gave different weights in every training. Here the powers of each step
 * are fed in, in the place of what the optimiser reads. To that end this is Tribuo's converter of labels as well: no
 * other hook sees the graph.
 */
final class AdamSteps extends LabelConverter {

    static final float BETA_ONE = 0.9f;
    static final float BETA_TWO = 0.999f;

    private transient @Nullable Graph graph;
    private transient List<String> readsOfOne = List.of();
    private transient List<String> readsOfTwo = List.of();
    private int step;

    /** Adds the powers of the next step to what is fed. */
    void feed(Map<String, Tensor> feeds) {
        step++;
        if (step == 1) {
            readsOfOne = readsOf("beta1_power");
            readsOfTwo = readsOf("beta2_power");
        }
        readsOfOne.forEach(name -> feeds.put(name, power(BETA_ONE)));
        readsOfTwo.forEach(name -> feeds.put(name, power(BETA_TWO)));
    }

    private Tensor power(float beta) {
        return TFloat32.scalarOf((float) StrictMath.pow(beta, step));
    }

    private List<String> readsOf(String variable) {
        if (graph == null) {
            throw new IllegalStateException("The graph has no loss yet");
        }
        List<String> names = graph.toGraphDef().getNodeList().stream()
                .filter(node -> node.getOp().equals("Cast") && node.getInput(0).contains(variable))
                .map(NodeDef::getName)
                .toList();
        if (names.isEmpty()) {
            throw new IllegalStateException(
                    "This version of TensorFlow's Adam does not read " + variable + " as known");
        }
        return names;
    }

    @Override
    public BiFunction<Ops, Pair<Placeholder<? extends TNumber>, Operand<TNumber>>, Operand<TNumber>> loss() {
        return (ops, pair) -> {
            graph = (Graph) ops.scope().env();
            return super.loss().apply(ops, pair);
        };
    }

    @Override
    public OutputConverterProto serialize() {
        return new LabelConverter().serialize();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new LabelConverter().getProvenance();
    }
}
