package io.openalpha.ml.learner.artifact;

import com.google.protobuf.InvalidProtocolBufferException;
import io.openalpha.ml.learner.Calibration;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.run.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.protos.core.ModelProto;

/**
 * An artifact's bytes: four letters and a version, a header (algorithm, features, provenance, scaling, calibration),
 * Tribuo's protobuf to almost the end, and there the SHA-256 of all before it. Nothing of it names a class that would
 * be loaded.
 */
public final class ArtifactFormat {

    private static final int MAGIC = 0x4f414d4c; // OAML
    private static final int VERSION = 1;
    private static final int DIGEST_LENGTH = 32;

    private ArtifactFormat() {}

    /** Writes an artifact; does not close. */
    public static void write(Artifact artifact, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeUTF(artifact.algorithm());
        data.writeInt(artifact.features().size());
        for (String feature : artifact.features()) {
            data.writeUTF(feature);
        }
        data.writeInt(artifact.provenance().size());
        for (Map.Entry<String, String> entry : artifact.provenance().entrySet()) {
            data.writeUTF(entry.getKey());
            data.writeUTF(entry.getValue());
        }
        artifact.scaling().writeTo(data);
        data.writeDouble(artifact.calibration().slope());
        data.writeDouble(artifact.calibration().intercept());
        artifact.model().writeTo(data);
        data.flush();
        bytes.writeTo(out);
        out.write(digest(bytes.toByteArray(), bytes.size()));
    }

    /**
     * Reads an artifact to the end of the stream; does not close.
     *
     * @throws UnreadableModelException when the bytes are none, or not all of one
     */
    public static Artifact read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        checkWhole(bytes);
        try (DataInputStream data =
                new DataInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - DIGEST_LENGTH))) {
            data.skipNBytes(Integer.BYTES * 2L);
            String algorithm = data.readUTF();
            List<String> features = readFeatures(data);
            Map<String, String> provenance = readProvenance(data);
            Scaling scaling = Scaling.readFrom(data);
            if (scaling.width() != 0 && scaling.width() != features.size()) {
                throw new IOException("a scaling for " + scaling.width() + " of " + features.size() + " features");
            }
            Calibration calibration = new Calibration(data.readDouble(), data.readDouble());
            return new Artifact(algorithm, features, scaling, calibration, provenance, ModelProto.parseFrom(data));
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableModelException(
                    "The model in the artifact is no protobuf of Tribuo's: " + e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableModelException("The artifact's header makes no sense: " + e.getMessage(), e);
        }
    }

    private static void checkWhole(byte[] bytes) throws UnreadableModelException {
        if (bytes.length < Integer.BYTES * 2 + DIGEST_LENGTH || intAt(bytes, 0) != MAGIC) {
            throw new UnreadableModelException(bytes.length + " bytes that do not begin as a model of ours does");
        }
        if (intAt(bytes, Integer.BYTES) != VERSION) {
            throw new UnreadableModelException("The artifact has format " + intAt(bytes, Integer.BYTES)
                    + "; this program reads format " + VERSION);
        }
        int length = bytes.length - DIGEST_LENGTH;
        if (!MessageDigest.isEqual(digest(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw new UnreadableModelException("The artifact is cut off or damaged: its " + bytes.length
                    + " bytes do not match their own SHA-256");
        }
    }

    private static int intAt(byte[] bytes, int position) {
        return java.nio.ByteBuffer.wrap(bytes).getInt(position);
    }

    private static List<String> readFeatures(DataInputStream data) throws IOException {
        int count = data.readInt();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            features.add(data.readUTF());
        }
        return features;
    }

    private static Map<String, String> readProvenance(DataInputStream data) throws IOException {
        int count = data.readInt();
        Map<String, String> provenance = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            provenance.put(data.readUTF(), data.readUTF());
        }
        return provenance;
    }

    private static byte[] digest(byte[] bytes, int length) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes, 0, length);
        return digest.digest();
    }
}
