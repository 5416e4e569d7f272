package io.openalpha.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ran, when, and how it ended: the one place that reads it, for the command line, the API, the pages, the launcher
 * and the metrics. Each method is one statement, however long the history is.
 */
public final class RunHistory {

    private static final int MOST_FAILURES = 2_000;
    private static final int MOST_LINES = 500;

    private static final String FAILURES = """
            select f.*, i.job_name, (
                select p.parameter_value from batch_job_execution e
                join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                where e.job_instance_id = f.job_instance_id and p.parameter_name = 'run.id' limit 1) as run_id
            from (select * from run_failure where %1$s order by %2$s limit :limit) f
            join batch_job_instance i on i.job_instance_id = f.job_instance_id order by %2$s""";

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of executions. */
    public List<ExecutionRecord> page(RunQuery query) {
        return jdbc.sql(RunSql.page(query))
                .param("job", query.job())
                .param("since", utc(query.since()))
                .param("until", utc(query.until()))
                .param("longer", query.longer() == null ? null : query.longer().toSeconds())
                .param("text", query.text())
                .param("after", query.after())
                .param("limit", query.limit())
                .query(RunRows::execution)
                .list();
    }

    /** All executions of a run, newest first; of all jobs that had a run of this id. */
    public List<ExecutionRecord> executions(RunId run) {
        return jdbc.sql(RunSql.executions("where " + RunSql.OF_RUN))
                .param("run", run.value())
                .query(RunRows::execution)
                .list();
    }

    /** The executions of the newest runs of each of these jobs, newest first. */
    public List<ExecutionRecord> newest(List<String> jobs, int runsOfEach) {
        return jdbc.sql(RunSql.executions(RunSql.NEWEST_OF_EACH_JOB))
                .param("jobs", jobs.toArray(String[]::new))
                .param("limit", runsOfEach)
                .query(RunRows::execution)
                .list();
    }

    /** The number of the newest execution of a run; 0 if it has none. */
    public long lastExecution(String job, RunId run) {
        return jdbc.sql("""
                        select coalesce(max(e.job_execution_id), 0) from batch_job_execution e
                        join batch_job_instance i on i.job_instance_id = e.job_instance_id
                        where i.job_name = :job and\s""" + RunSql.OF_RUN)
                .param("job", job)
                .param("run", run.value())
                .query(Long.class)
                .single();
    }

    /** The steps of all executions of a run, in the order in which they began. */
    public List<StepRecord> steps(RunId run) {
        return jdbc.sql(steps(RunSql.OF_RUN))
                .param("run", run.value())
                .query(RunRows::step)
                .list();
    }

    /** The steps of the last execution of a job that completed and was not skipped, in the order of their begin. */
    public List<StepRecord> lastCompletedSteps(String job) {
        return jdbc.sql(steps("""
                        e.job_execution_id = (
                            select x.job_execution_id from batch_job_instance j
                            join batch_job_execution x on x.job_instance_id = j.job_instance_id
                            where j.job_name = :job and x.status = 'COMPLETED' and x.exit_code <> 'SKIPPED'
                            order by x.job_execution_id desc limit 1)""")).param("job", job).query(RunRows::step).list();
    }

    private static String steps(String where) {
        return """
                select s.*, %s as held, h.step as share_step, h.done as share_done, h.total as share_total
                from batch_step_execution s join batch_job_execution e on e.job_execution_id = s.job_execution_id
                join batch_job_instance i on i.job_instance_id = e.job_instance_id
                left join run_share h on h.job_instance_id = e.job_instance_id and h.step = s.step_name
                    and s.end_time is null
                where %s order by s.step_execution_id""".formatted(RunSql.held("e.job_execution_id", "i.job_name"), where);
    }

    /** The most steps that any run of a job took; 0 if there was none. */
    public long mostSteps(String job) {
        return jdbc.sql("""
                        select coalesce(max(steps), 0) from (
                            select count(distinct s.step_name) as steps from batch_step_execution s
                            join batch_job_execution e on e.job_execution_id = s.job_execution_id
                            join batch_job_instance i on i.job_instance_id = e.job_instance_id
                            where i.job_name = :job group by i.job_instance_id) as run""").param("job", job).query(Long.class).single();
    }

    /** The parameters of an execution, by name: the run id, the shard, and the details of the run. */
    public Map<String, String> parameters(long execution) {
        Map<String, String> parameters = new TreeMap<>();
        jdbc.sql("""
                        select parameter_name, parameter_value from batch_job_execution_params
                        where job_execution_id = :execution""").param("execution", execution).query(row -> {
            parameters.put(row.getString(1), row.getString(2));
        });
        return parameters;
    }

    /** The parameters with which the run of an execution began, without those that identify it, by name. */
    public Map<String, String> details(long execution) {
        Map<String, String> details = parameters(execution);
        details.remove(Executions.RUN_ID);
        details.remove(Executions.SHARD);
        return details;
    }

    /** The failures of a run, the first thousands of them, by reason and symbol. */
    public List<RunFailure> failures(String job, RunId run) {
        return jdbc.sql(FAILURES.formatted("job_instance_id in " + RunSql.INSTANCES, "reason, item"))
                .param("job", job)
                .param("run", run.value())
                .param("limit", MOST_FAILURES)
                .query(RunRows::failure)
                .list();
    }

    /** The newest runs in which a symbol failed, newest first. */
    public List<RunFailure> failuresOf(String symbol, int limit) {
        return jdbc.sql(FAILURES.formatted("item = :symbol", "failed_at desc"))
                .param("symbol", symbol)
                .param("limit", limit)
                .query(RunRows::failure)
                .list();
    }

    /** The newest hundreds of lines of a run's log that contain a text, in upper or lower case; oldest first. */
    public List<LogLine> log(String job, RunId run, String text) {
        return jdbc.sql("""
                        select at, level, message from (
                            select l.* from run_log l where l.job_instance_id in %s
                                and (:text = '' or strpos(lower(l.message), lower(:text)) > 0)
                            order by l.line desc limit :limit) newest
                        order by line""".formatted(RunSql.INSTANCES))
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

    /** How far the steps of a run had got, all shards together, in the order of time. */
    public List<ProgressSample> samples(String job, RunId run) {
        return jdbc.sql("""
                        select step, at, sum(more) over (partition by step order by at, job_instance_id) as items from (
                            select s.*, s.items - lag(s.items, 1, 0::bigint)
                                over (partition by s.job_instance_id, s.step order by s.at) as more
                            from run_sample s where s.job_instance_id in %s) sample
                        order by at, items""".formatted(RunSql.INSTANCES))
                .param("job", job)
                .param("run", run.value())
                .query((row, number) -> new ProgressSample(
                        row.getString("step"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("items")))
                .list();
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
