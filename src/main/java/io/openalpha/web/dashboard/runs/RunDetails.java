package io.openalpha.web.dashboard.runs;

import io.openalpha.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page of a run shows besides its executions: one statement a method. */
final class RunDetails {

    private static final String OF_RUN = """
            (select job_execution_id from batch_job_execution_params
                where parameter_name = 'run.id' and parameter_value = :run)""";

    /** Of all shards. */
    private static final String INSTANCES = """
            (select e.job_instance_id from batch_job_execution_params p
                join batch_job_execution e on e.job_execution_id = p.job_execution_id
                join batch_job_instance i on i.job_instance_id = e.job_instance_id
                where p.parameter_name = 'run.id' and p.parameter_value = :run and i.job_name = :job)""";

    private static final int MOST_FAILURES = 2_000;
    private static final int MOST_LINES = 500;

    private final JdbcClient jdbc;

    RunDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all executions, in the order in which they began. */
    List<RunStep> steps(RunId run, boolean held) {
        return jdbc.sql("""
                        select s.*, regexp_replace(split_part(s.exit_message, E'\\n', 1), '^[\\w$.]+(Exception|Error): ', '')
                            as message, h.step as share_step, h.done as share_done, h.total as share_total
                        from batch_step_execution s join batch_job_execution e on e.job_execution_id = s.job_execution_id
                        left join run_share h on h.job_instance_id = e.job_instance_id and h.step = s.step_name
                            and s.end_time is null
                        where s.job_execution_id in\s""" + OF_RUN + " order by s.step_execution_id")
                .param("run", run.value())
                .query((row, number) -> step(row, held))
                .list();
    }

    /** What the run was told to do, by name. */
    Map<String, String> parameters(long execution) {
        Map<String, String> parameters = new TreeMap<>();
        jdbc.sql("""
                        select parameter_name, parameter_value from batch_job_execution_params
                        where job_execution_id = :execution""").param("execution", execution).query(row -> {
            parameters.put(row.getString(1), row.getString(2));
        });
        return parameters;
    }

    /** What the run could not have, the first thousands of it. */
    List<FailureGroup> failures(String job, RunId run) {
        return FailureGroup.of(jdbc.sql("""
                        select f.reason, f.item, f.detail, f.retryable from run_failure f
                        where f.job_instance_id in %s order by f.reason, f.item limit :limit""".formatted(INSTANCES))
                .param("job", job)
                .param("run", run.value())
                .param("limit", MOST_FAILURES)
                .query((row, number) -> new FailureGroup.Row(
                        row.getString("reason"),
                        row.getBoolean("retryable"),
                        new FailureGroup.Item(row.getString("item"), row.getString("detail"))))
                .list());
    }

    /** The newest lines of the log that have a text in them, oldest first. */
    List<LogLine> log(String job, RunId run, String text) {
        return jdbc.sql("""
                        select at, level, message from (
                            select l.* from run_log l where l.job_instance_id in %s
                                and (:text = '' or strpos(lower(l.message), lower(:text)) > 0)
                            order by l.line desc limit :limit) newest
                        order by line""".formatted(INSTANCES))
                .param("job", job)
                .param("run", run.value())
                .param("text", text)
                .param("limit", MOST_LINES)
                .query((row, number) -> new LogLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("level"),
                        row.getString("message")))
                .list();
    }

    /** How fast the steps of the run worked, all shards together. */
    List<Throughput> pace(String job, RunId run) {
        return Throughput.of(jdbc.sql("""
                        select step, at, sum(more) over (partition by step order by at, job_instance_id) as items from (
                            select s.*, s.items - lag(s.items, 1, 0::bigint)
                                over (partition by s.job_instance_id, s.step order by s.at) as more
                            from run_sample s where s.job_instance_id in %s) sample
                        order by at, items""".formatted(INSTANCES))
                .param("job", job)
                .param("run", run.value())
                .query((row, number) -> new Throughput.Sample(
                        row.getString("step"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("items")))
                .list());
    }

    /** What was asked of the service for this run, newest first. */
    List<Request> requests(RunId run) {
        return jdbc.sql("""
                        select job, requested_by, requested_at, note, outcome from task
                        where run_id = :run order by requested_at desc limit 20""")
                .param("run", run.value())
                .query((row, number) -> new Request(
                        row.getString("job"),
                        row.getString("requested_by"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        Objects.requireNonNullElse(row.getString("outcome"), "")))
                .list();
    }

    private static RunStep step(ResultSet row, boolean held) throws SQLException {
        return new RunStep(
                row.getLong("job_execution_id"),
                row.getString("step_name"),
                RunState.of(row.getString("status"), "", held),
                RunTable.instant(row, "start_time"),
                RunTable.instant(row, "end_time"),
                row.getLong("read_count"),
                row.getLong("write_count"),
                row.getLong("read_skip_count")
                        + row.getLong("process_skip_count")
                        + row.getLong("write_skip_count")
                        + row.getLong("filter_count"),
                row.getLong("commit_count"),
                row.getLong("rollback_count"),
                Objects.requireNonNullElse(row.getString("message"), ""),
                Share.of(row));
    }
}
