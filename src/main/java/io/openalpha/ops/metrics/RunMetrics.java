package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs, as the job repository knows them: also those whose process was killed. */
final class RunMetrics implements MetricSource {

    private final JdbcClient jdbc;

    RunMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<MetricSnapshot> read() {
        return Stream.concat(ended(), atWork());
    }

    private Stream<MetricSnapshot> ended() {
        Family runs = new Family("openalpha_runs", "Runs that ended, by outcome");
        Family seconds = new Family("openalpha_run_seconds", "How long they took, together");
        Family end = new Family("openalpha_run_last_end_timestamp_seconds", "End of the last run that ended so");
        Family duration = new Family("openalpha_run_last_duration_seconds", "How long the last run took that ended so");
        Family success = new Family("openalpha_run_last_success_timestamp_seconds", "End of the last completed run");
        jdbc.sql("select * from run_total order by job_name, outcome").query(row -> {
            String[] labels = {"job_name", row.getString("job_name"), "outcome", row.getString("outcome")};
            runs.with(row.getLong("runs"), labels);
            seconds.with(row.getDouble("seconds"), labels);
            end.with(endedAt(row), labels);
            duration.with(row.getDouble("last_seconds"), labels);
            if (row.getString("outcome").equals("completed")) {
                success.with(endedAt(row), "job_name", row.getString("job_name"));
            }
        });
        return Stream.concat(
                Stream.of(runs.counter(), seconds.counter(), end.gauge(), duration.gauge(), success.gauge()), work());
    }

    private Stream<MetricSnapshot> work() {
        Family items = new Family("openalpha_items_written", "Items that ended runs wrote, such as symbols");
        Family rows = new Family("openalpha_rows_written", "Rows of quotes and bars that ended runs wrote");
        Family chunks = new Family("openalpha_chunks", "Chunks that ended runs committed");
        Family seconds = new Family("openalpha_chunk_seconds", "Duration of the steps that consist of chunks");
        jdbc.sql("""
                        select job_name, sum(items) as items, sum(rows_written) as rows, sum(chunks) as chunks,
                            sum(chunk_seconds) as seconds
                        from run_total group by job_name order by job_name""").query(row -> {
            String job = row.getString("job_name");
            items.with(row.getLong("items"), "job_name", job);
            rows.with(row.getLong("rows"), "job_name", job);
            chunks.with(row.getLong("chunks"), "job_name", job);
            seconds.with(row.getDouble("seconds"), "job_name", job);
        });
        return Stream.of(items.counter(), rows.counter(), chunks.counter(), seconds.counter());
    }

    /** What says that it runs is lost unless a process holds its lock for it; a shard has a lock of its own. */
    private Stream<MetricSnapshot> atWork() {
        Family running = new Family("openalpha_runs_in_progress", "Runs at work");
        Family since =
                new Family("openalpha_run_in_progress_since_timestamp_seconds", "Start of the oldest run at work");
        Family lost = new Family("openalpha_runs_lost", "Runs that have lost their process, and wait to be resumed");
        jdbc.sql("""
                        with held as (select k.name, k.run_id from run_lock k join pg_locks l on l.locktype = 'advisory' and l.granted
                            and (l.classid::bigint << 32 | l.objid::bigint)
                                = hashtextextended('openalpha.run.' || k.name, 0)),
                        begun as (
                            select i.job_name, coalesce(e.start_time, e.create_time) at time zone 'UTC' as since,
                                (concat_ws(' ', i.job_name, (select p.parameter_value from batch_job_execution_params p
                                    where p.job_execution_id = e.job_execution_id and p.parameter_name = 'shard')),
                                    (select p.parameter_value from batch_job_execution_params p
                                    where p.job_execution_id = e.job_execution_id and p.parameter_name = 'run.id'))
                                    in (select name, run_id from held) as held
                            from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                            where e.status in ('STARTING', 'STARTED', 'STOPPING'))
                        select j.job_name, count(*) filter (where held) as running,
                            count(*) filter (where not held) as lost, min(since) filter (where held) as since
                        from (select distinct job_name from run_total union select job_name from begun) j
                        left join begun using (job_name) group by j.job_name order by j.job_name""").query(row -> {
            String job = row.getString("job_name");
            running.with(row.getLong("running"), "job_name", job);
            lost.with(row.getLong("lost"), "job_name", job);
            OffsetDateTime begun = row.getObject("since", OffsetDateTime.class);
            since.with(begun == null ? null : begun.toInstant(), "job_name", job);
        });
        return Stream.of(running.gauge(), since.gauge(), lost.gauge());
    }

    private static Instant endedAt(ResultSet row) throws SQLException {
        return row.getObject("last_ended_at", OffsetDateTime.class).toInstant();
    }
}
