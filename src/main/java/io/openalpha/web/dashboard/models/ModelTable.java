package io.openalpha.web.dashboard.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions with their main figures, taken out of the manifests by the database. */
public final class ModelTable {

    private static final String LINES = """
            select v.version, v.algorithm, v.published_at, d.ruling,
                v.manifest #> '{evaluation,model,pooled,metrics}' as metrics,
                (v.manifest #>> '{training,data,rows}')::bigint as rows,
                (select jsonb_agg(jsonb_build_object('name', b -> 'name', 'ic', b #> '{pooled,metrics,rankIc,mean,value}'))
                    from jsonb_array_elements(v.manifest #> '{evaluation,baselines}') b) as baselines
            from model_version v
            left join promoted_model p on p.version = v.version left join model_decision d on d.id = p.decision
            where v.state = 'published'""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest versions, newest first. */
    List<ModelLine> newest(int limit) {
        return jdbc.sql(LINES + " order by v.published_at desc, v.version desc limit :limit")
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** The versions that serve, by the names of their algorithms. */
    public List<ModelLine> serving() {
        return jdbc.sql(LINES + " and p.version is not null order by v.algorithm")
                .query(this::line)
                .list();
    }

    private ModelLine line(ResultSet row, int number) throws SQLException {
        JsonNode metrics = tree(row.getString("metrics"));
        return new ModelLine(
                row.getString("version"),
                row.getString("algorithm"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                standing(row.getString("ruling")),
                Score.of(metrics.path("rankIc").path("mean")),
                best(tree(row.getString("baselines"))),
                Score.of(metrics.path("auc")),
                Score.of(metrics.path("accuracy")),
                metrics.path("days").asLong(0),
                row.getLong("rows"));
    }

    private static @Nullable BestBaseline best(JsonNode baselines) {
        return baselines
                .valueStream()
                .filter(baseline -> baseline.path("ic").isNumber())
                .map(baseline -> new BestBaseline(
                        baseline.path("name").asString(), baseline.path("ic").asDouble()))
                .max(Comparator.comparingDouble(BestBaseline::value))
                .orElse(null);
    }

    private JsonNode tree(@Nullable String text) {
        return json.readTree(Objects.requireNonNullElse(text, "{}"));
    }

    private static String standing(@Nullable String ruling) {
        if (ruling == null) {
            return "stored";
        }
        return ruling.equals("provisional") ? "provisional" : "promoted";
    }
}
