package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Evaluations;
import org.springframework.context.ApplicationContext;

/** Versions with chosen figures, stored as a training stores its own. */
public final class PlantedModels {

    private PlantedModels() {}

    /** A version of 1,200,000 rows; its file is no model. */
    public static VersionName publish(ApplicationContext context, String algorithm, double rankIc) {
        return context.getBean(ModelPublisher.class)
                .publish(
                        Trained.record(algorithm),
                        Evaluations.assessment(algorithm, rankIc, 2.5),
                        null,
                        out -> out.write(Trained.MODEL))
                .name();
    }

    public static void promote(ApplicationContext context, VersionName version) {
        context.getBean(ModelRegistry.class).promote(version, Reason.of("train", "all checks passed"));
    }
}
