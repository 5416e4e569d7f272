package io.openalpha.ml.learner.network;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.interop.tensorflow.DenseFeatureConverter;
import org.tribuo.interop.tensorflow.FeatureConverter;
import org.tribuo.interop.tensorflow.TensorMap;
import org.tribuo.interop.tensorflow.protos.FeatureConverterProto;
import org.tribuo.math.la.SGDVector;

/**
 * Hands batches of rows to TensorFlow without a look-up for every feature, and says when it does. In a saved model, and for other
 * examples than rows, Tribuo's own converter stands in its place.
 */
final class BatchConverter implements FeatureConverter {

    private final DenseFeatureConverter dense = new DenseFeatureConverter(LayerGraph.INPUT);
    private final transient AdamSteps steps;
    private final transient Runnable onBatch;

    BatchConverter(AdamSteps steps, Runnable onBatch) {
        this.steps = steps;
        this.onBatch = onBatch;
    }

    @Override
    public TensorMap convert(List<? extends Example<?>> examples, ImmutableFeatureMap features) {
        if (!SamplesDataset.isRow(examples.get(0))) {
            return dense.convert(examples, features);
        }
        onBatch.run();
        float[] values = new float[examples.size() * features.size()];
        for (int i = 0; i < examples.size(); i++) {
            SamplesDataset.copyRow(examples.get(i), values, i * features.size());
        }
        Map<String, Tensor> feeds = new HashMap<>();
        feeds.put(
                LayerGraph.INPUT,
                TFloat32.tensorOf(Shape.of(examples.size(), features.size()), DataBuffers.of(values)));
        steps.feed(feeds);
        return new TensorMap(feeds);
    }

    @Override
    public TensorMap convert(Example<?> example, ImmutableFeatureMap features) {
        return dense.convert(example, features);
    }

    @Override
    public TensorMap convert(SGDVector vector) {
        return dense.convert(vector);
    }

    @Override
    public TensorMap convert(List<? extends SGDVector> vectors) {
        return dense.convert(vectors);
    }

    @Override
    public Set<String> inputNamesSet() {
        return dense.inputNamesSet();
    }

    @Override
    public FeatureConverterProto serialize() {
        return dense.serialize();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return dense.getProvenance();
    }
}
