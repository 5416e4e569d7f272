package io.openalpha.ml.learner.linear;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import org.jspecify.annotations.Nullable;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * AdaGrad with a penalty on the squared weights of a linear model, the biases apart. Tribuo's own that has one,
 * AdaGradRDA, never counts its steps in release 4.3.2, so that there the penalty has no effect.
 */
final class PenalisedAdaGrad implements StochasticGradientOptimiser {

    private static final double EPSILON = 1e-6;

    @Config(description = "Learning rate.")
    private final double learningRate;

    @Config(description = "Penalty on squared weights, for a step.")
    private final double penalty;

    private final AdaGrad adaGrad;
    private @Nullable Parameters parameters;

    PenalisedAdaGrad(double learningRate, double penalty) {
        this.learningRate = learningRate;
        this.penalty = penalty;
        this.adaGrad = new AdaGrad(learningRate, EPSILON);
    }

    @Override
    public void initialise(Parameters model) {
        parameters = model;
        adaGrad.initialise(model);
    }

    /** The updates go uphill, so the penalty's share is subtracted. */
    @Override
    public Tensor[] step(Tensor[] updates, double weight) {
        if (parameters != null) {
            Matrix weights = (Matrix) parameters.get()[0];
            Matrix update = (Matrix) updates[0];
            int bias = weights.getDimension2Size() - 1;
            for (int label = 0; label < weights.getDimension1Size(); label++) {
                for (int input = 0; input < bias; input++) {
                    update.add(label, input, -penalty * weights.get(label, input));
                }
            }
        }
        return adaGrad.step(updates, weight);
    }

    @Override
    public void reset() {
        parameters = null;
        adaGrad.reset();
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return new PenalisedAdaGrad(learningRate, penalty);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "StochasticGradientOptimiser");
    }
}
