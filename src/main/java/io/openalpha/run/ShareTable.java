package io.openalpha.run;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code run_share}. */
final class ShareTable {

    private final JdbcClient jdbc;

    ShareTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(long jobInstanceId, List<StepShare> shares) {
        jdbc.sql("""
                        insert into run_share (job_instance_id, step, done, total, at)
                        select :id, s.step, s.done, s.total, clock_timestamp()
                        from unnest(:steps::text[], :done::bigint[], :totals::bigint[]) s(step, done, total)
                        on conflict (job_instance_id, step) do update set
                            done = excluded.done, total = excluded.total, at = excluded.at""")
                .param("id", jobInstanceId)
                .param("steps", column(shares, StepShare::step))
                .param("done", column(shares, StepShare::done))
                .param("totals", column(shares, StepShare::total))
                .update();
    }

    private static String[] column(List<StepShare> shares, Function<StepShare, Object> value) {
        return shares.stream().map(share -> value.apply(share).toString()).toArray(String[]::new);
    }
}
