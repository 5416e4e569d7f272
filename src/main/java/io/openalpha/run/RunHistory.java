package io.openalpha.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ran, when, and how it ended: read with one statement a page, however long the history is. */
public final class RunHistory {

    private static final String PAGE = """
            with page as materialized (
                select e.job_execution_id, e.job_instance_id, i.job_name, e.status, e.create_time, e.start_time,
                    e.end_time, e.exit_message
                from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                %s order by e.create_time desc, e.job_execution_id desc limit :limit)
            select page.*,
                (select parameter_value from batch_job_execution_params p
                    where p.job_execution_id = page.job_execution_id and p.parameter_name = 'run.id') as run_id,
                (select parameter_value from batch_job_execution_params p
                    where p.job_execution_id = page.job_execution_id and p.parameter_name = 'shard') as shard,
                (select coalesce(sum(write_count), 0) from batch_step_execution s
                    where s.job_execution_id = page.job_execution_id) as items,
                (select jsonb_object_agg(key, total) from (
                    select c.key, sum(c.value::bigint) as total from run_progress p, jsonb_each_text(p.counts) c
                    where p.job_instance_id = page.job_instance_id group by c.key) as t) as counts,
                (select jsonb_object_agg(reason, total) from (
                    select f.reason, count(*) as total from run_failure f
                    where f.job_instance_id = page.job_instance_id group by f.reason) as t) as failures
            from page order by page.create_time desc, page.job_execution_id desc""";

    private static final String OF_RUN = """
            e.job_execution_id in (select job_execution_id from batch_job_execution_params
                where parameter_name = 'run.id' and parameter_value = :run)""";

    private final JdbcClient jdbc;
    private final RunRows rows;

    RunHistory(JdbcClient jdbc, RunRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** One page of executions, newest first. */
    public List<ExecutionRecord> page(RunQuery query) {
        return jdbc.sql(statement(query))
                .param("job", query.job())
                .param("status", query.status())
                .param("since", utc(query.since()))
                .param("until", utc(query.until()))
                .param("text", query.text())
                .param("before", query.before())
                .param("limit", query.limit())
                .query((row, number) -> rows.execution(row))
                .list();
    }

    /** All executions of a run, newest first; of all jobs that had a run of this id. */
    public List<ExecutionRecord> executions(RunId run) {
        return jdbc.sql(PAGE.formatted("where " + OF_RUN))
                .param("run", run.value())
                .param("limit", Integer.MAX_VALUE)
                .query((row, number) -> rows.execution(row))
                .list();
    }

    /** The steps of all executions of a run, in the order in which they began. */
    public List<StepRecord> steps(RunId run) {
        return jdbc.sql("select * from batch_step_execution e where " + OF_RUN + " order by e.step_execution_id")
                .param("run", run.value())
                .query((row, number) -> RunRows.step(row))
                .list();
    }

    /** With the conditions that are asked for and no others, so that each finds its index. */
    static String statement(RunQuery query) {
        StringJoiner conditions = new StringJoiner(" and ", "where ", "").setEmptyValue("");
        addIf(query.job(), conditions, "i.job_name = :job");
        addIf(query.status(), conditions, "e.status = :status");
        addIf(query.since(), conditions, "e.create_time >= :since");
        addIf(query.until(), conditions, "e.create_time < :until");
        addIf(query.text(), conditions, """
                (strpos(lower(e.exit_message), lower(:text)) > 0 or e.job_execution_id in (
                    select job_execution_id from batch_job_execution_params
                    where parameter_name = 'run.id' and strpos(lower(parameter_value), lower(:text)) > 0))""");
        addIf(query.before(), conditions, """
                (e.create_time, e.job_execution_id) < (
                    select b.create_time, b.job_execution_id from batch_job_execution b where b.job_execution_id = :before)""");
        return PAGE.formatted(conditions);
    }

    private static void addIf(@Nullable Object value, StringJoiner conditions, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
