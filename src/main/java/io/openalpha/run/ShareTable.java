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

    /** So much of a step's work is done. */
    record Share(String step, long done, long total) {}

    void save(long jobInstanceId, List<Share> shares) {
        jdbc.sql("""
                        insert into run_share (job_instance_id, step, done, total, at)
                        select :id, s.step, s.done, s.total, clock_timestamp()
                        from unnest(:steps::text[], :done::bigint[], :totals::bigint[]) s(step, done, total)
                        on conflict (job_instance_id, step) do update set
                            done = excluded.done, total = excluded.total, at = excluded.at""")
                .param("id", jobInstanceId)
                .param("steps", column(shares, Share::step))
                .param("done", column(shares, Share::done))
                .param("totals", column(shares, Share::total))
                .update();
    }

    private static String[] column(List<Share> shares, Function<Share, Object> value) {
        return shares.stream().map(share -> value.apply(share).toString()).toArray(String[]::new);
    }
}
