package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a training: {@code evaluation} in the manifest, also shown by pages, model cards, the API and metrics.
 * A figure that is added later has to be nullable, since earlier manifests do not have it.
 *
 * @param model its evaluation out of sample; null when history was too short for one
 * @param baselines evaluations on the same rows, in the order in which people read them
 * @param verdict what the figures mean, in sentences
 * @param versusChampion against the version that served at the time; null when none did
 * @param control of the same algorithm after learning from shuffled labels; null when not measured
 * @param importance of every feature; null when not measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assessment(
        @Nullable Evaluation model,
        List<Evaluation> baselines,
        List<String> verdict,
        @Nullable PairedComparison versusChampion,
        @Nullable ControlResult control,
        @Nullable Importance importance) {

    /** History was too short for any test. */
    public static final Assessment NONE = new Assessment(null, List.of(), List.of(), null, null, null);

    /** Keeps copies of the lists. */
    public Assessment {
        baselines = List.copyOf(baselines);
        verdict = List.copyOf(verdict);
    }

    /**
     * An assessment with its verdict; nothing else was measured yet.
     *
     * @throws IllegalArgumentException when a baseline was measured on another number of rows or days
     */
    public static Assessment of(Evaluation model, List<Evaluation> baselines) {
        for (Evaluation baseline : baselines) {
            if (baseline.metrics().rows() != model.metrics().rows()
                    || baseline.metrics().days() != model.metrics().days()) {
                throw new IllegalArgumentException(
                        "Assessment: %s and %s are of different rows".formatted(model.name(), baseline.name()));
            }
        }
        List<String> verdict = new VerdictSentences(model, baselines).all();
        return new Assessment(model, baselines, verdict, null, null, null);
    }

    /** The model's figures over all test days; null when it was not tested. */
    public @Nullable Metrics metrics() {
        return model == null ? null : model.metrics();
    }

    /** The model, if it was tested, and then the baselines. */
    public List<Evaluation> evaluations() {
        return Stream.concat(Stream.ofNullable(model), baselines.stream()).toList();
    }

    /** The best baseline by mean rank IC, of those that have one. */
    public Optional<Evaluation> bestBaseline() {
        return best(baselines.stream());
    }

    /** The better of the reversals by mean rank IC, if any was measured. */
    Optional<Evaluation> bestReversal() {
        return best(baselines.stream().filter(baseline -> Stream.of(Baseline.values())
                .anyMatch(known -> known.isReversal() && known.title().equals(baseline.name()))));
    }

    private static Optional<Evaluation> best(Stream<Evaluation> evaluations) {
        return evaluations
                .filter(evaluation -> evaluation.metrics().rankIc() != null)
                .max(Comparator.comparingDouble(evaluation ->
                        requireNonNull(evaluation.metrics().meanRankIc()).value()));
    }
}
