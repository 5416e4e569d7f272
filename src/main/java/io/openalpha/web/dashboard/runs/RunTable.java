package io.openalpha.web.dashboard.runs;

import io.openalpha.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Executions, read with one statement a list, however long the history is. */
public final class RunTable {

    private static final String ROWS = """
            with page as materialized (
                select e.job_execution_id, e.job_instance_id, i.job_name, e.status, e.exit_code, e.create_time,
                    e.end_time, e.exit_message
                from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                %s)
            select page.*, r.run_id, d.shard,
                regexp_replace(split_part(page.exit_message, E'\\n', 1), '^[\\w$.]+(Exception|Error): ', '') as message,
                (select coalesce(sum(write_count), 0) from batch_step_execution s
                    where s.job_execution_id = page.job_execution_id) as items,
                (select count(*) from run_failure f where f.job_instance_id = page.job_instance_id) as failed,
                exists (select from batch_job_execution b where b.job_instance_id = page.job_instance_id
                    and b.job_execution_id < page.job_execution_id) as resumed,
                (select t.requested_by from task t where t.run_id = r.run_id and t.job = page.job_name
                    and t.after_execution < page.job_execution_id order by t.requested_at desc limit 1) as asked_by,
                (concat_ws(' ', page.job_name, d.shard), r.run_id) in (%s) as held, h.step as share_step, h.done as share_done, h.total as share_total
            from page left join lateral (
                select p.parameter_value as run_id from batch_job_execution_params p
                where p.job_execution_id = page.job_execution_id and p.parameter_name = 'run.id') r on true
            left join lateral (
                select p.parameter_value as shard from batch_job_execution_params p
                where p.job_execution_id = page.job_execution_id and p.parameter_name = 'shard') d on true
            left join lateral (
                select h.* from run_share h join batch_step_execution s on s.step_name = h.step
                where h.job_instance_id = page.job_instance_id and s.job_execution_id = page.job_execution_id
                    and page.status in ('STARTING', 'STARTED', 'STOPPING') and s.end_time is null
                order by h.at desc limit 1) h on true
            order by %s""";

    private static final String HELD = """
            select k.name, k.run_id from run_lock k join pg_locks l on l.locktype = 'advisory' and l.granted
                and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('openalpha.run.' || k.name, 0)""";
    private static final String AT_WORK = "e.status in ('STARTING', 'STARTED', 'STOPPING') and " + """
            %s exists (select from batch_job_execution_params p where p.job_execution_id = e.job_execution_id
                and p.parameter_name = 'run.id' and (concat_ws(' ', i.job_name, (
                    select d.parameter_value from batch_job_execution_params d
                    where d.job_execution_id = e.job_execution_id and d.parameter_name = 'shard')), p.parameter_value) in (""" + HELD + "))";

    private static final String NEWEST = "create_time desc, job_execution_id desc";
    private static final String OLDEST = "create_time, job_execution_id";
    private static final String TOOK = "coalesce(%1$send_time - %1$screate_time, interval '0')";

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of executions. */
    List<RunRow> page(RunFilter filter, int limit) {
        return jdbc.sql(statement(filter))
                .param("job", filter.job())
                .param("since", filter.since())
                .param("until", filter.until())
                .param("age", seconds(filter.age()))
                .param("longer", filter.longer())
                .param("text", filter.text())
                .param("after", filter.after())
                .param("limit", limit)
                .query(RunTable::row)
                .list();
    }

    /** The executions of the newest runs of each of these jobs, newest first. */
    public List<RunRow> newest(List<String> jobs, int ofEach) {
        String some = """
                where i.job_instance_id in (
                    select n.job_instance_id from unnest(:jobs::text[]) j(name) cross join lateral (
                        select b.job_instance_id from batch_job_instance b where b.job_name = j.name
                        order by b.job_instance_id desc limit :limit) n)""";
        return jdbc.sql(ROWS.formatted(some, HELD, NEWEST))
                .param("jobs", jobs.toArray(String[]::new))
                .param("limit", ofEach)
                .query(RunTable::row)
                .list();
    }

    /** All executions of a run, newest first. */
    List<RunRow> executions(RunId run) {
        return jdbc.sql(ROWS.formatted("""
                        where e.job_execution_id in (select job_execution_id from batch_job_execution_params
                            where parameter_name = 'run.id' and parameter_value = :run)""", HELD, NEWEST))
                .param("run", run.value())
                .query(RunTable::row)
                .list();
    }

    /** With the conditions that are asked for and no others, so that each finds its index. */
    private static String statement(RunFilter filter) {
        StringJoiner conditions = new StringJoiner(" and ", "where ", " ").setEmptyValue("");
        addIf(filter.job(), conditions, "i.job_name = :job");
        addIf(filter.state(), conditions, state(Objects.requireNonNullElse(filter.state(), "")));
        addIf(filter.period(), conditions, "e.create_time >= localtimestamp - make_interval(secs => :age)");
        addIf(filter.since(), conditions, "e.create_time >= :since");
        addIf(filter.until(), conditions, "e.create_time < cast(:until as date) + 1");
        addIf(filter.longer(), conditions, TOOK.formatted("e.") + " >= make_interval(secs => :longer)");
        addIf(filter.text(), conditions, """
                (strpos(lower(e.exit_message), lower(:text)) > 0 or exists (
                    select from batch_job_execution_params p where p.job_execution_id = e.job_execution_id
                        and strpos(lower(p.parameter_value), lower(:text)) > 0))""");
        addIf(filter.after(), conditions, keyset(filter.order()));
        return ROWS.formatted(
                conditions + "order by " + order(filter.order(), "e.") + " limit :limit",
                HELD,
                order(filter.order(), ""));
    }

    private static String state(String state) {
        return switch (state) {
            case "running" -> AT_WORK.formatted("");
            case "lost" -> AT_WORK.formatted("not");
            case "skipped" -> "e.status = 'COMPLETED' and e.exit_code = 'SKIPPED'";
            case "completed" -> "e.status = 'COMPLETED' and e.exit_code <> 'SKIPPED'";
            default -> "e.status = '%s'".formatted(state.toUpperCase(Locale.ROOT));
        };
    }

    private static String order(@Nullable String order, String of) {
        return switch (Objects.requireNonNullElse(order, "newest")) {
            case "oldest" -> OLDEST.replace("create_time", of + "create_time").replace(" job", " " + of + "job");
            case "longest" -> TOOK.formatted(of) + " desc, " + of + "job_execution_id desc";
            default -> NEWEST.replace("create_time", of + "create_time").replace(" job", " " + of + "job");
        };
    }

    private static String keyset(@Nullable String order) {
        return switch (Objects.requireNonNullElse(order, "newest")) {
            case "oldest" -> """
                (e.create_time, e.job_execution_id) > (
                    select b.create_time, b.job_execution_id from batch_job_execution b where b.job_execution_id = :after)""";
            case "longest" ->
                "(%s, e.job_execution_id) < (select %s, b.job_execution_id"
                                .formatted(TOOK.formatted("e."), TOOK.formatted("b."))
                        + " from batch_job_execution b where b.job_execution_id = :after)";
            default -> """
                (e.create_time, e.job_execution_id) < (
                    select b.create_time, b.job_execution_id from batch_job_execution b where b.job_execution_id = :after)""";
        };
    }

    private static void addIf(@Nullable Object value, StringJoiner conditions, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static RunRow row(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getLong("job_execution_id"),
                row.getString("job_name"),
                Objects.requireNonNullElse(row.getString("run_id"), ""),
                Objects.requireNonNullElse(row.getString("shard"), ""),
                RunState.of(
                        row.getString("status"),
                        Objects.requireNonNullElse(row.getString("exit_code"), ""),
                        row.getBoolean("held")),
                Objects.requireNonNull(instant(row, "create_time")),
                instant(row, "end_time"),
                row.getLong("items"),
                row.getLong("failed"),
                Objects.requireNonNullElse(row.getString("message"), ""),
                row.getBoolean("resumed"),
                row.getString("asked_by"),
                Share.of(row));
    }

    /** The job repository's times are UTC without saying so. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
