package io.openalpha.ml.learner.linear;

import com.google.protobuf.InvalidProtocolBufferException;
import io.openalpha.ml.learner.dense.Layer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.ModelProto;

/** Finds the weights in the protobuf of Tribuo's linear model, without loading a class by its name. */
final class LinearWeights {

    private LinearWeights() {}

    /** The weights as a layer of one neuron a label, or {@link IllegalArgumentException} when they are not there. */
    static Layer of(ModelProto model) {
        try {
            DenseTensorProto matrix = model.getSerializedData()
                    .unpack(ClassificationLinearSGDProto.class)
                    .getParams()
                    .getSerializedData()
                    .unpack(LinearParametersProto.class)
                    .getWeightMatrix()
                    .getSerializedData()
                    .unpack(DenseTensorProto.class);
            return layer(matrix);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Tribuo has a row for each label, which ends with the bias. */
    private static Layer layer(DenseTensorProto matrix) {
        DoubleBuffer values = matrix.getValues()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        if (matrix.getDimensionsCount() != 2
                || matrix.getDimensions(0) < 1
                || matrix.getDimensions(1) < 2
                || (long) matrix.getDimensions(0) * matrix.getDimensions(1) != values.limit()) {
            throw new IllegalArgumentException("Weights of the dimensions " + matrix.getDimensionsList());
        }
        int labels = matrix.getDimensions(0);
        int inputs = matrix.getDimensions(1) - 1;
        float[] weights = new float[inputs * labels];
        float[] biases = new float[labels];
        for (int label = 0; label < labels; label++) {
            for (int input = 0; input < inputs; input++) {
                weights[input * labels + label] = (float) values.get(label * (inputs + 1) + input);
            }
            biases[label] = (float) values.get(label * (inputs + 1) + inputs);
        }
        return new Layer(weights, biases);
    }
}
