package io.openalpha.jobs.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openalpha.ml.evaluation.BaselineComparison;
import io.openalpha.ml.evaluation.ControlResult;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.PairedComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a model's worth.
 *
 * @param model null when history was too short for a test
 * @param verdict the same in sentences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Assessment(
        @Nullable Evaluation model,
        List<Evaluation> baselines,
        List<String> verdict,
        @Nullable PairedComparison versusChampion,
        @Nullable ControlResult control,
        Importances importance) {

    static Assessment of(AlgorithmTest test) {
        BaselineComparison comparison = test.comparison();
        return new Assessment(
                comparison == null ? null : comparison.model(),
                comparison == null ? List.of() : comparison.baselines(),
                comparison == null ? List.of() : comparison.verdict(),
                test.versusChampion(),
                test.control(),
                Importances.of(test.importance()));
    }

    /**
     * What every feature is worth to the model.
     *
     * @param metric what is lost without it
     * @param drops how much of it, by feature, the most important first
     */
    record Importances(String metric, Map<String, Double> drops) {

        static Importances of(List<Importance> importance) {
            Map<String, Double> drops = new LinkedHashMap<>();
            importance.forEach(feature -> drops.put(feature.feature(), feature.aucLoss()));
            return new Importances("AUC", drops);
        }
    }
}
