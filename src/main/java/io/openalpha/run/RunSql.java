package io.openalpha.run;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statement that reads executions: one for any list, and each list by an index, however long the history is. */
final class RunSql {

    /** Executions {@code e} of the run {@code :run}. */
    static final String OF_RUN = """
            e.job_execution_id in (select job_execution_id from batch_job_execution_params
                where parameter_name = 'run.id' and parameter_value = :run)""";

    /** The job instances, one a shard, of the run {@code :run} of the job {@code :job}. */
    static final String INSTANCES = """
            (select e.job_instance_id from batch_job_execution e
                join batch_job_instance i on i.job_instance_id = e.job_instance_id
                where i.job_name = :job and\s""" + OF_RUN + ")";

    /** The executions of the newest {@code :limit} runs of each of {@code :jobs}. */
    static final String NEWEST_OF_EACH_JOB = """
            where i.job_instance_id in (
                select n.job_instance_id from unnest(:jobs::text[]) j(name) cross join lateral (
                    select b.job_instance_id from batch_job_instance b where b.job_name = j.name
                    order by b.job_instance_id desc limit :limit) n)""";

    private static final String EXECUTIONS = """
            with page as materialized (
                select e.job_execution_id, e.job_instance_id, i.job_name, e.status, e.exit_code, e.create_time,
                    e.end_time, e.exit_message
                from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                %1$s)
            select page.*, r.run_id, d.shard, %2$s as held, h.step as share_step, h.done as share_done,
                h.total as share_total,
                (select coalesce(max(write_count), 0) from batch_step_execution s
                    where s.job_execution_id = page.job_execution_id) as items,
                exists (select from batch_job_execution b where b.job_instance_id = page.job_instance_id
                    and b.job_execution_id < page.job_execution_id) as resumed,
                (select t.requested_by from task t where t.run_id = r.run_id and t.job = page.job_name
                    and t.after_execution < page.job_execution_id order by t.requested_at desc limit 1) as asked_by,
                (select t.trace_id from run_trace t where t.job_execution_id = page.job_execution_id) as trace_id,
                (select max(p.items) from run_progress p where p.job_instance_id = last.instance) as run_items,
                (select jsonb_object_agg(key, total) from (
                    select c.key, sum(c.value::bigint) as total from run_progress p, jsonb_each_text(p.counts) c
                    where p.job_instance_id = last.instance group by c.key) as t) as counts,
                (select jsonb_object_agg(reason, total) from (
                    select f.reason, count(*) as total from run_failure f
                    where f.job_instance_id = last.instance group by f.reason) as t) as failures
            from page left join lateral (
                select p.parameter_value as run_id from batch_job_execution_params p
                where p.job_execution_id = page.job_execution_id and p.parameter_name = 'run.id') r on true
            left join lateral (
                select p.parameter_value as shard from batch_job_execution_params p
                where p.job_execution_id = page.job_execution_id and p.parameter_name = 'shard') d on true
            left join lateral (
                select page.job_instance_id as instance where not exists (
                    select from batch_job_execution b where b.job_instance_id = page.job_instance_id
                        and b.job_execution_id > page.job_execution_id)) last on true
            left join lateral (
                select h.* from run_share h join batch_step_execution s on s.step_name = h.step
                where h.job_instance_id = page.job_instance_id and s.job_execution_id = page.job_execution_id
                    and page.status in ('STARTING', 'STARTED', 'STOPPING') and s.end_time is null
                order by h.at desc limit 1) h on true
            order by %3$s""";

    private static final String TOOK = "coalesce(%1$send_time - %1$screate_time, interval '0')";

    private RunSql() {}

    /** Whether the execution of an expression holds its lock: its job's, or its shard's. */
    static String held(String execution, String job) {
        return """
                exists (select from batch_job_execution_params p where p.job_execution_id = %1$s
                    and p.parameter_name = 'run.id' and (concat_ws(' ', %2$s, (
                        select d.parameter_value from batch_job_execution_params d
                        where d.job_execution_id = %1$s and d.parameter_name = 'shard')), p.parameter_value) in (%3$s))""".formatted(execution, job, LockName.HELD);
    }

    /** Executions {@code e} of instances {@code i} under a condition, newest first. */
    static String executions(String where) {
        return statement(where, RunQuery.Order.NEWEST);
    }

    /** With the conditions that are asked for and no others, so that each finds its index. */
    static String page(RunQuery query) {
        StringJoiner conditions = new StringJoiner(" and ", "where ", " ").setEmptyValue("");
        addIf(query.job(), conditions, "i.job_name = :job");
        if (!query.states().isEmpty()) {
            conditions.add(states(query));
        }
        addIf(query.since(), conditions, "e.create_time >= :since");
        addIf(query.until(), conditions, "e.create_time < :until");
        addIf(query.longer(), conditions, TOOK.formatted("e.") + " >= make_interval(secs => :longer)");
        addIf(query.text(), conditions, """
                (strpos(lower(e.exit_message), lower(:text)) > 0 or exists (
                    select from batch_job_execution_params p where p.job_execution_id = e.job_execution_id
                        and strpos(lower(p.parameter_value), lower(:text)) > 0))""");
        addIf(query.after(), conditions, behind(query.order()));
        return statement(conditions + "order by " + order(query.order(), "e.") + " limit :limit", query.order());
    }

    private static String statement(String where, RunQuery.Order order) {
        return EXECUTIONS.formatted(where, held("page.job_execution_id", "page.job_name"), order(order, "page."));
    }

    private static String states(RunQuery query) {
        List<String> conditions = new ArrayList<>();
        String atWork = query.states().stream()
                .filter(RunState::isAtWork)
                .map(state -> "'" + state + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        String held = held("e.job_execution_id", "i.job_name");
        if (!atWork.isEmpty()) {
            conditions.add("e.status in (%s) and %s".formatted(atWork, held));
        }
        query.states().stream()
                .filter(state -> !state.isAtWork())
                .sorted()
                .forEach(state -> conditions.add(
                        switch (state) {
                            case LOST -> "e.status in ('STARTING', 'STARTED', 'STOPPING') and not " + held;
                            case COMPLETED -> "e.status = 'COMPLETED' and e.exit_code <> 'SKIPPED'";
                            case SKIPPED -> "e.status = 'COMPLETED' and e.exit_code = 'SKIPPED'";
                            default -> "e.status = '%s'".formatted(state);
                        }));
        return conditions.size() == 1 ? conditions.get(0) : "((" + String.join(") or (", conditions) + "))";
    }

    private static String order(RunQuery.Order order, String of) {
        return switch (order) {
            case NEWEST -> "%1$screate_time desc, %1$sjob_execution_id desc".formatted(of);
            case OLDEST -> "%1$screate_time, %1$sjob_execution_id".formatted(of);
            case LONGEST -> TOOK.formatted(of) + " desc, " + of + "job_execution_id desc";
        };
    }

    private static String behind(RunQuery.Order order) {
        String key = order == RunQuery.Order.LONGEST ? TOOK : "%screate_time";
        return "(%s, e.job_execution_id) %s (select %s, b.job_execution_id from batch_job_execution b"
                        .formatted(key.formatted("e."), order == RunQuery.Order.OLDEST ? ">" : "<", key.formatted("b."))
                + " where b.job_execution_id = :after)";
    }

    private static void addIf(@Nullable Object value, StringJoiner conditions, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }
}
