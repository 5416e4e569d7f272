package io.openalpha.ops.serving;

import io.openalpha.ml.prediction.ModelProblem;
import io.openalpha.ml.prediction.PromotedModels;
import io.openalpha.ml.prediction.ServingModel;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Which versions serve, and which should serve but do not load. The service is up all the same: a restart would not
 * load them either, and the version before goes on serving.
 */
record ModelHealth(PromotedModels models) implements HealthIndicator {

    @Override
    public Health health() {
        Map<String, String> serving = models.models().stream()
                .map(ServingModel::version)
                .collect(Collectors.toMap(version -> version.algorithm(), Object::toString));
        Map<String, String> refused = models.problems().stream()
                .collect(Collectors.toMap(problem -> problem.version().toString(), ModelProblem::problem));
        return Health.up()
                .withDetail("serving", serving)
                .withDetail("refused", refused)
                .build();
    }
}
