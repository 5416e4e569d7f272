package io.openalpha.run;

import io.openalpha.format.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Table {@code run_progress}. */
final class ProgressTable {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ProgressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Progress find(long jobInstanceId, String step) {
        return jdbc.sql("select position, ahead, items, counts from run_progress"
                        + " where job_instance_id = :id and step = :step")
                .param("id", jobInstanceId)
                .param("step", step)
                .query((row, number) -> new Progress(
                        row.getString("position"),
                        Set.of((String[]) row.getArray("ahead").getArray()),
                        row.getLong("items"),
                        Json.MAPPER.readValue(row.getString("counts"), COUNTS)))
                .optional()
                .orElse(Progress.NONE);
    }

    Map<String, Long> totals(long jobInstanceId) {
        Map<String, Long> totals = new TreeMap<>();
        jdbc.sql("""
                        select c.key, sum(c.value::bigint) from run_progress, jsonb_each_text(counts) c
                        where job_instance_id = :id group by c.key""").param("id", jobInstanceId).query(row -> {
            totals.put(row.getString(1), row.getLong(2));
        });
        return totals;
    }

    void save(long jobInstanceId, String step, Progress progress) {
        jdbc.sql("""
                        insert into run_progress (job_instance_id, step, position, ahead, items, counts)
                        values (:id, :step, :position, :ahead::text[], :items, :counts::jsonb)
                        on conflict (job_instance_id, step) do update set
                            position = excluded.position, ahead = excluded.ahead, items = excluded.items, counts = excluded.counts""")
                .param("id", jobInstanceId)
                .param("step", step)
                .param("position", progress.position())
                .param("ahead", progress.ahead().toArray(String[]::new))
                .param("items", progress.items())
                .param("counts", Json.MAPPER.writeValueAsString(progress.counts()))
                .update();
    }
}
