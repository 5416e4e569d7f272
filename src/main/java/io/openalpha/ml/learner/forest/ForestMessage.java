package io.openalpha.ml.learner.forest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.tribuo.protos.core.ModelProto;

/**
 * A forest in Tribuo's protobuf of a model, as protobuf would write this message (packed fields are their numbers,
 * little-endian, in a row):
 *
 * <pre>
 * message ForestModelProto {
 *   tribuo.core.ModelDataProto metadata = 1; // empty, but earlier readers expect it
 *   repeated sfixed32 roots = 2;
 *   repeated sfixed32 features = 3;
 *   repeated float values = 4;
 *   repeated sfixed32 lefts = 5;
 * }
 * </pre>
 */
final class ForestMessage {

    private static final String TYPE = "type.googleapis.com/openalpha.ForestModelProto";

    private ForestMessage() {}

    static ModelProto of(Forest forest) {
        UnknownFieldSet fields = UnknownFieldSet.newBuilder()
                .addField(1, field(ByteString.EMPTY))
                .addField(2, field(packed(forest.roots())))
                .addField(3, field(packed(forest.features())))
                .addField(4, field(packed(forest.values())))
                .addField(5, field(packed(forest.lefts())))
                .build();
        return ModelProto.newBuilder()
                .setSerializedData(Any.newBuilder().setTypeUrl(TYPE).setValue(fields.toByteString()))
                .build();
    }

    /** @throws InvalidProtocolBufferException when the model is no forest */
    static Forest parse(ModelProto model) throws InvalidProtocolBufferException {
        Any any = model.getSerializedData();
        if (!any.getTypeUrl().equals(TYPE)) {
            throw new InvalidProtocolBufferException("A forest was expected, not " + any.getTypeUrl());
        }
        UnknownFieldSet fields = UnknownFieldSet.parseFrom(any.getValue());
        return new Forest(
                ints(bytes(fields, 2)), ints(bytes(fields, 3)), floats(bytes(fields, 4)), ints(bytes(fields, 5)));
    }

    private static UnknownFieldSet.Field field(ByteString bytes) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build();
    }

    private static ByteString bytes(UnknownFieldSet fields, int number) throws InvalidProtocolBufferException {
        List<ByteString> found = fields.getField(number).getLengthDelimitedList();
        if (found.size() != 1) {
            throw new InvalidProtocolBufferException(
                    "A forest has field " + number + " once, not " + found.size() + " times");
        }
        return found.get(0);
    }

    private static ByteString packed(int[] numbers) {
        ByteBuffer buffer = littleEndian(numbers.length);
        buffer.asIntBuffer().put(numbers);
        return UnsafeByteOperations.unsafeWrap(buffer);
    }

    private static ByteString packed(float[] numbers) {
        ByteBuffer buffer = littleEndian(numbers.length);
        buffer.asFloatBuffer().put(numbers);
        return UnsafeByteOperations.unsafeWrap(buffer);
    }

    private static ByteBuffer littleEndian(int numbers) {
        return ByteBuffer.allocate(numbers * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] ints(ByteString bytes) {
        int[] numbers = new int[bytes.size() / Integer.BYTES];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(numbers);
        return numbers;
    }

    private static float[] floats(ByteString bytes) {
        float[] numbers = new float[bytes.size() / Float.BYTES];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }
}
