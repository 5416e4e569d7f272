package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The models that serve, what they learned from, and what was decided about them. */
final class ModelMetrics implements MetricSource {

    private static final String ALGORITHM = "algorithm";

    private final JdbcClient jdbc;

    ModelMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        jdbc.sql("""
                        select v.algorithm, v.published_at, (m #>> '{rankIc,mean,value}')::float8 as rank_ic,
                            (m #>> '{rankIc,mean,low}')::float8 as low, (m #>> '{rankIc,mean,high}')::float8 as high,
                            (m #>> '{auc,value}')::float8 as auc, (m #>> '{accuracy,value}')::float8 as accuracy,
                            (select max((b #>> '{pooled,metrics,rankIc,mean,value}')::float8)
                                from jsonb_array_elements(v.manifest #> '{evaluation,baselines}') b) as baseline
                        from promoted_model p join model_version v on v.version = p.version,
                            lateral (select v.manifest #> '{evaluation,model,pooled,metrics}') t(m)
                        order by v.algorithm""").query(row -> {
            String algorithm = row.getString(ALGORITHM);
            rankIc.with(number(row, "rank_ic"), ALGORITHM, algorithm);
            low.with(number(row, "low"), ALGORITHM, algorithm);
            high.with(number(row, "high"), ALGORITHM, algorithm);
            baseline.with(number(row, "baseline"), ALGORITHM, algorithm);
            auc.with(number(row, "auc"), ALGORITHM, algorithm);
            accuracy.with(number(row, "accuracy"), ALGORITHM, algorithm);
            published.with(row.getObject("published_at", OffsetDateTime.class).toInstant(), ALGORITHM, algorithm);
        });
        return Stream.of(rankIc, low, high, baseline, auc, accuracy, published).map(Family::gauge);
    }

    private Stream<MetricSnapshot> newest() {
        Family rows = new Family("openalpha_dataset_rows", "Rows that the newest version learned from");
        Family symbols = new Family("openalpha_dataset_symbols", "Symbols that the newest version learned from");
        jdbc.sql("""
                        select distinct on (algorithm) algorithm, (manifest #>> '{training,data,rows}')::bigint as rows,
                            (manifest #>> '{training,data,symbols}')::bigint as symbols
                        from model_version where state = 'published' order by algorithm, published_at desc""").query(row -> {
            rows.with(row.getLong("rows"), ALGORITHM, row.getString(ALGORITHM));
            symbols.with(row.getLong("symbols"), ALGORITHM, row.getString(ALGORITHM));
        });
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

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
