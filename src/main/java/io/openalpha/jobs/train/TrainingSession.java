package io.openalpha.jobs.train;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.DatasetBuilder;
import io.openalpha.ml.feature.LabelSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;

/** What one run hands on from step to step, in memory only: a resumed run makes it anew. */
final class TrainingSession {

    static final String SKIPPED = "SKIPPED";
    private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

    private @Nullable DatasetBuilder builder;
    private final Map<String, AlgorithmTest> trials = new ConcurrentHashMap<>();
    private @Nullable Dataset dataset;
    private List<Evaluation> baselines = List.of();

    TrainingSession(LabelSettings label) {
        this.builder = new DatasetBuilder(label);
    }

    /** Nothing is to be trained, for this reason; the status says so of the step that found out. */
    static ExitStatus skip(String reason) {
        LOG.warn("Training skipped: {}", reason);
        return new ExitStatus(SKIPPED, reason);
    }

    void add(Symbol symbol, List<DailyBar> history) {
        bars().add(symbol, history);
    }

    /** No more bars follow; those collected so far are released. */
    Dataset complete() {
        Dataset built = bars().build();
        builder = null;
        dataset = built;
        return built;
    }

    private DatasetBuilder bars() {
        return Objects.requireNonNull(builder, "the dataset is complete");
    }

    Dataset dataset() {
        return Objects.requireNonNull(dataset, "the dataset is not there yet");
    }

    void baselines(List<Evaluation> evaluations) {
        baselines = List.copyOf(evaluations);
    }

    List<Evaluation> baselines() {
        return baselines;
    }

    void tried(String algorithm, AlgorithmTest test) {
        trials.put(algorithm, test);
    }

    AlgorithmTest trial(String algorithm) {
        return Objects.requireNonNull(trials.get(algorithm), algorithm);
    }
}
