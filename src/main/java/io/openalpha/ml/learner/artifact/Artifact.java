package io.openalpha.ml.learner.artifact;

import io.openalpha.ml.learner.Calibration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.protos.core.ModelProto;

/**
 * All there is to a trained model.
 *
 * @param algorithm its name
 * @param features names of the features in the order of the samples; Tribuo numbers them in the order of the alphabet
 * @param scaling what is done to the features before the model sees them
 * @param calibration what is done to the probabilities that the model gives
 * @param provenance how it came about
 * @param model as Tribuo reads and writes it
 */
public record Artifact(
        String algorithm,
        List<String> features,
        Scaling scaling,
        Calibration calibration,
        Map<String, String> provenance,
        ModelProto model) {

    /** One that is not calibrated. */
    public Artifact(
            String algorithm,
            List<String> features,
            Scaling scaling,
            Map<String, String> provenance,
            ModelProto model) {
        this(algorithm, features, scaling, Calibration.NONE, provenance, model);
    }

    /** Copies what could change. */
    public Artifact {
        features = List.copyOf(features);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    Artifact with(Calibration other) {
        return new Artifact(algorithm, features, scaling, other, provenance, model);
    }

    /** For each feature in Tribuo's order its place in ours. */
    public int[] columns() {
        return FeatureOrder.columns(features);
    }
}
