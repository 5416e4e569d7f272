package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.protos.core.ModelProto;

class ForestMessageTests {

    private final Forest forest =
            new Forest(new int[] {0}, new int[] {0, -1, -1}, new float[] {0.5f, 0, 1}, new int[] {1, 0, 0});

    @Test
    void aForestComesBackAsItWas() throws InvalidProtocolBufferException {
        Forest read = ForestMessage.parse(ForestMessage.of(forest));

        assertThat(read).usingRecursiveComparison().isEqualTo(forest);
    }

    @Test
    void aMessageThatIsNoForestIsRefused() {
        Any known = ForestMessage.of(forest).getSerializedData();
        ByteString half = known.getValue().substring(0, known.getValue().size() / 2);

        assertThatThrownBy(() -> parse(known.toBuilder().setValue(half).build()))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> parse(Any.pack(Any.getDefaultInstance())))
                .hasMessageContaining("A forest was expected");
        assertThatThrownBy(
                        () -> parse(known.toBuilder().setValue(ByteString.EMPTY).build()))
                .hasMessageContaining("field 2 once");
    }

    @Test
    void nodesThatLeadNowhereAreRefused() {
        Forest circle = new Forest(new int[] {0}, new int[] {0, -1, -1}, new float[] {0, 0, 1}, new int[] {0, 0, 0});
        Forest wide = new Forest(new int[] {0}, new int[] {9, -1, -1}, new float[] {0, 0, 1}, new int[] {1, 0, 0});
        Forest beyond = new Forest(new int[] {0}, new int[] {0, -1, -1}, new float[] {0, 0, 1}, new int[] {2, 0, 0});
        Forest odd = new Forest(new int[] {0}, new int[] {-1}, new float[] {1.5f}, new int[] {0});

        for (Forest broken : List.of(circle, wide, beyond, odd)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> broken.validate(3))
                    .withMessage("Node 0 of the forest makes no sense");
        }
    }

    private static Forest parse(Any message) throws InvalidProtocolBufferException {
        return ForestMessage.parse(
                ModelProto.newBuilder().setSerializedData(message).build());
    }
}
