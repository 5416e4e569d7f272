package io.openalpha.ml.learner.network;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.interop.tensorflow.DenseFeatureConverter;
import org.tribuo.interop.tensorflow.TensorMap;
import org.tribuo.interop.tensorflow.protos.FeatureConverterProto;

/**
 * Hands the batches of a training to TensorFlow without a look-up for every feature, with Adam's powers, and reports
 * each batch. A saved model has Tribuo's own converter in its place.
 */
final class BatchConverter extends DenseFeatureConverter {

    private final transient AdamSteps steps;
    private final transient Runnable onBatch;

    BatchConverter(AdamSteps steps, Runnable onBatch) {
        super(LayerGraph.INPUT);
        this.steps = steps;
        this.onBatch = onBatch;
    }

    @Override
    public TensorMap convert(List<? extends Example<?>> rows, ImmutableFeatureMap features) {
        onBatch.run();
        float[] values = new float[rows.size() * features.size()];
        for (int i = 0; i < rows.size(); i++) {
            SamplesDataset.copyRow(rows.get(i), values, i * features.size());
        }
        Map<String, Tensor> feeds = new HashMap<>();
        feeds.put(LayerGraph.INPUT, TFloat32.tensorOf(Shape.of(rows.size(), features.size()), DataBuffers.of(values)));
        steps.feed(feeds);
        return new TensorMap(feeds);
    }

    @Override
    public FeatureConverterProto serialize() {
        return new DenseFeatureConverter(LayerGraph.INPUT).serialize();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new DenseFeatureConverter(LayerGraph.INPUT).getProvenance();
    }
}
