package io.openalpha.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums over all executions that ever ended, also those that were purged, and what is at work now; for metrics. */
public final class RunTotals {

    private final JdbcClient jdbc;

    RunTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The executions of a job that ended in the same way.
     *
     * @param outcome {@code completed}, {@code skipped}, {@code stopped} or {@code failed}
     * @param seconds how long they took together
     * @param chunkSeconds how long their steps that consist of chunks took together
     * @param lastSeconds how long the last of them took
     */
    public record Total(
            String job,
            String outcome,
            long runs,
            double seconds,
            long items,
            long rows,
            long chunks,
            double chunkSeconds,
            Instant lastEndedAt,
            double lastSeconds) {}

    /**
     * The executions that are recorded as at work.
     *
     * @param running executions that hold their lock; a shard counts by itself
     * @param lost executions whose process has died
     * @param since the beginning of the oldest one that runs; null if none does
     */
    public record Activity(
            String job, long running, long lost, @Nullable Instant since) {}

    /** By job and outcome. */
    public List<Total> ended() {
        return jdbc.sql("select * from run_total order by job_name, outcome")
                .query((row, number) -> new Total(
                        row.getString("job_name"),
                        row.getString("outcome"),
                        row.getLong("runs"),
                        row.getDouble("seconds"),
                        row.getLong("items"),
                        row.getLong("rows_written"),
                        row.getLong("chunks"),
                        row.getDouble("chunk_seconds"),
                        row.getObject("last_ended_at", OffsetDateTime.class).toInstant(),
                        row.getDouble("last_seconds")))
                .list();
    }

    /** By job, also of jobs of which nothing is at work. */
    public List<Activity> now() {
        return jdbc.sql("""
                        with begun as (
                            select i.job_name, coalesce(e.start_time, e.create_time) at time zone 'UTC' as since, %s as held
                            from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                            where e.status in ('STARTING', 'STARTED', 'STOPPING'))
                        select j.job_name, count(*) filter (where held) as running,
                            count(*) filter (where not held) as lost, min(since) filter (where held) as since
                        from (select distinct job_name from run_total union select job_name from begun) j
                        left join begun using (job_name) group by j.job_name order by j.job_name""".formatted(RunSql.held("e.job_execution_id", "i.job_name")))
                .query((row, number) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new Activity(
                            row.getString("job_name"),
                            row.getLong("running"),
                            row.getLong("lost"),
                            since == null ? null : since.toInstant());
                })
                .list();
    }
}
