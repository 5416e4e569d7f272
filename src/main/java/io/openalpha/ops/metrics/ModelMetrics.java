package io.openalpha.ops.metrics;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingData;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The models that serve, what they learned from, and what was decided about them. */
final class ModelMetrics implements MetricSource {

    private static final String ALGORITHM = "algorithm";

    private final JdbcClient jdbc;
    private final ModelRegistry registry;

    ModelMetrics(JdbcClient jdbc, ModelRegistry registry) {
        this.jdbc = jdbc;
        this.registry = registry;
    }

    @Override
    public Stream<MetricSnapshot> read() {
        return Stream.of(serving(), newest(), Stream.of(decisions())).flatMap(snapshots -> snapshots);
    }

    private Stream<MetricSnapshot> serving() {
        Family rankIc = new Family("openalpha_model_rank_ic", "Rank IC out of sample of the model that serves");
        Family low = new Family("openalpha_model_rank_ic_low", "Lower end of its 95 % interval");
        Family high = new Family("openalpha_model_rank_ic_high", "Upper end of its 95 % interval");
        Family baseline =
                new Family("openalpha_model_baseline_rank_ic", "Rank IC of the best baseline on the same days");
        Family auc = new Family("openalpha_model_auc", "Area under the ROC curve of the model that serves");
        Family accuracy = new Family("openalpha_model_accuracy", "Accuracy of the model that serves");
        Family published =
                new Family("openalpha_model_published_timestamp_seconds", "When the model that serves was published");
        for (ModelVersion version : registry.promoted()) {
            String algorithm = version.name().algorithm();
            Assessment assessment = version.manifest().evaluation();
            published.with(version.publishedAt(), ALGORITHM, algorithm);
            assessment
                    .bestBaseline()
                    .map(best -> best.metrics().meanRankIc())
                    .ifPresent(best -> baseline.with(best.value(), ALGORITHM, algorithm));
            Metrics metrics = assessment.metrics();
            if (metrics == null) {
                continue;
            }
            accuracy.with(metrics.accuracy().value(), ALGORITHM, algorithm);
            if (metrics.auc() != null) {
                auc.with(metrics.auc().value(), ALGORITHM, algorithm);
            }
            Estimate mean = metrics.meanRankIc();
            if (mean != null) {
                rankIc.with(mean.value(), ALGORITHM, algorithm);
                low.with(mean.low(), ALGORITHM, algorithm);
                high.with(mean.high(), ALGORITHM, algorithm);
            }
        }
        return Stream.of(rankIc, low, high, baseline, auc, accuracy, published).map(Family::gauge);
    }

    private Stream<MetricSnapshot> newest() {
        Family rows = new Family("openalpha_dataset_rows", "Rows that the newest version learned from");
        Family symbols = new Family("openalpha_dataset_symbols", "Symbols that the newest version learned from");
        for (ModelVersion version : registry.newest()) {
            TrainingData data = version.manifest().training().data();
            rows.with(data.rows(), ALGORITHM, version.name().algorithm());
            symbols.with(data.symbols(), ALGORITHM, version.name().algorithm());
        }
        return Stream.of(rows.gauge(), symbols.gauge());
    }

    private MetricSnapshot decisions() {
        Family decisions = new Family("openalpha_model_decisions", "Decisions on which version serves, by ruling");
        jdbc.sql("select algorithm, ruling, count(*) as total from model_decision group by algorithm, ruling")
                .query(row -> {
                    decisions.with(
                            row.getLong("total"),
                            ALGORITHM,
                            row.getString(ALGORITHM),
                            "ruling",
                            row.getString("ruling"));
                });
        return decisions.counter();
    }
}
