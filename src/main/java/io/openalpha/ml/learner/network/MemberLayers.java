package io.openalpha.ml.learner.network;

import com.google.protobuf.InvalidProtocolBufferException;
import io.openalpha.ml.learner.dense.Layer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.interop.tensorflow.protos.TensorFlowNativeModelProto;
import org.tribuo.interop.tensorflow.protos.TensorTupleProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * Finds the layers of all members in the protobuf of Tribuo's ensemble, without TensorFlow or loading classes by name.
 */
final class MemberLayers {

    private MemberLayers() {}

    /** The layers, or {@link IllegalArgumentException} when they are not there. */
    static List<List<Layer>> of(ModelProto model, int[] columns) {
        try {
            List<List<Layer>> members = new ArrayList<>();
            for (ModelProto member : model.getSerializedData()
                    .unpack(WeightedEnsembleModelProto.class)
                    .getModelsList()) {
                TensorFlowNativeModelProto network =
                        member.getSerializedData().unpack(TensorFlowNativeModelProto.class);
                members.add(layers(network.getTensorsMap(), columns));
            }
            return members;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static List<Layer> layers(Map<String, TensorTupleProto> tensors, int[] columns) {
        List<Layer> layers = new ArrayList<>();
        for (int number = 0; tensors.containsKey(LayerGraph.weights(number)); number++) {
            Layer layer =
                    new Layer(floats(tensors, LayerGraph.weights(number)), floats(tensors, LayerGraph.biases(number)));
            layers.add(number == 0 ? layer.onColumns(columns) : layer);
        }
        return layers;
    }

    private static float[] floats(Map<String, TensorTupleProto> tensors, String name) {
        TensorTupleProto tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no " + name);
        }
        float[] values = new float[tensor.getData().size() / Float.BYTES];
        tensor.getData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
