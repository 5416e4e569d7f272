package io.openalpha.ml.learner.forest;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/** A forest as a model of Tribuo's. */
public final class ForestModel extends Model<Label> {

    private static final int VERSION = 0;

    private final transient Forest forest;

    ForestModel(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> labels,
            Forest forest) {
        super("random_forest", provenance, features, labels, true);
        this.forest = forest;
    }

    /**
     * What Tribuo calls, by this name, when it meets the class in a protobuf.
     *
     * @throws InvalidProtocolBufferException when the message is no forest
     */
    public static ForestModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        if (version != VERSION) {
            throw new IllegalArgumentException("A forest of version " + version + " is not known, only " + VERSION);
        }
        ForestMessage read = ForestMessage.parse(message);
        ModelDataCarrier<?> carrier = ModelDataCarrier.deserialize(read.metadata());
        @SuppressWarnings("unchecked") // as the validation below finds out
        ImmutableOutputInfo<Label> labels = (ImmutableOutputInfo<Label>) carrier.outputDomain();
        ForestModel model = new ForestModel(carrier.provenance(), carrier.featureDomain(), labels, read.forest());
        if (!model.validate(Label.class)) {
            throw new IllegalArgumentException("A forest has labels, not " + labels);
        }
        read.forest().validate(carrier.featureDomain().size());
        return model;
    }

    Forest forest() {
        return forest;
    }

    @Override
    public ModelProto serialize() {
        return ModelProto.newBuilder()
                .setVersion(VERSION)
                .setClassName(ForestModel.class.getName())
                .setSerializedData(new ForestMessage(createDataCarrier().serialize(), forest).toAny())
                .build();
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        float[] row = new float[featureIDMap.size()];
        int used = 0;
        for (Feature feature : example) {
            int id = featureIDMap.getID(feature.getName());
            if (id >= 0) {
                row[id] = (float) feature.getValue();
                used++;
            }
        }
        if (used == 0) {
            throw new IllegalArgumentException("None of the example's features is one of the forest's");
        }
        float probability = forest.probability(row, 0);
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put("0", new Label("0", 1.0 - probability));
        scores.put("1", new Label("1", probability));
        return new Prediction<>(scores.get(probability > 0.5 ? "1" : "0"), scores, used, example, true);
    }

    /** Nothing: what a feature is worth is measured by permuting it. */
    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected Model<Label> copy(String newName, ModelProvenance newProvenance) {
        ForestModel copy = new ForestModel(newProvenance, featureIDMap, outputIDInfo, forest);
        copy.setName(newName);
        return copy;
    }
}
