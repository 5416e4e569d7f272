package io.openalpha.ops.launch;

import io.openalpha.format.Json;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Table {@code task}, one statement a method. */
final class TaskTable {

    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private static final String TASKS = """
            select t.*, coalesce(
                (select min(later.after_execution) from task later
                    where later.run_id = t.run_id and later.job = t.job and later.requested_at > t.requested_at),
                9223372036854775807) as until_execution
            from task t\s""";

    private final JdbcClient jdbc;
    private final RunHistory history;

    TaskTable(JdbcClient jdbc, RunHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Lets one transaction at a time decide whether a job may be started. */
    void lock(String job) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('openalpha.task.' || ?, 0))")
                .param(job)
                .query(row -> {});
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Adds a task whose run begins after the executions that it has so far. */
    Task add(TaskId id, JobRequest request, RunId run, String who, String launcher) {
        jdbc.sql("""
                        insert into task (id, job, run_id, parameters, requested_by, launcher, after_execution)
                        values (:id, :job, :run, :parameters::jsonb, :who, :launcher, :after)""")
                .param("id", id.value())
                .param("job", request.job())
                .param("run", run.value())
                .param("parameters", Json.MAPPER.writeValueAsString(request.parameters()))
                .param("who", who)
                .param("launcher", launcher)
                .param("after", history.lastExecution(request.job(), run))
                .update();
        return find(id).orElseThrow();
    }

    void launched(TaskId id, JobHandle handle) {
        jdbc.sql("update task set handle_name = :name, handle_identity = :identity where id = :id")
                .param("name", handle.name())
                .param("identity", handle.identity())
                .param("id", id.value())
                .update();
    }

    /** Notes what an unfinished task waits for. */
    void note(TaskId id, String note) {
        jdbc.sql("update task set note = :note where id = :id and ended_at is null")
                .param("note", note)
                .param("id", id.value())
                .update();
    }

    /** Notes a task's end; the first that is noted counts. */
    void end(TaskId id, boolean succeeded, String note) {
        jdbc.sql("""
                        update task set ended_at = clock_timestamp(), outcome = :outcome, note = :note
                        where id = :id and ended_at is null""")
                .param("outcome", succeeded ? "completed" : "failed")
                .param("note", note)
                .param("id", id.value())
                .update();
    }

    Optional<Task> find(TaskId id) {
        return jdbc.sql(TASKS + "where t.id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /** The newest task of a run. */
    Optional<Task> newest(String job, RunId run) {
        return jdbc.sql(TASKS + "where t.job = :job and t.run_id = :run order by t.requested_at desc limit 1")
                .param("job", job)
                .param("run", run.value())
                .query(this::row)
                .optional();
    }

    /** The newest tasks of a run, of whatever job, newest first. */
    List<Task> ofRun(RunId run) {
        return jdbc.sql(TASKS + "where t.run_id = :run order by t.requested_at desc limit 20")
                .param("run", run.value())
                .query(this::row)
                .list();
    }

    /** Tasks of this launcher whose end was not seen, oldest first. */
    List<Task> open(String launcher) {
        return jdbc.sql(TASKS + "where t.ended_at is null and t.launcher = :launcher order by t.requested_at")
                .param("launcher", launcher)
                .query(this::row)
                .list();
    }

    /**
     * Tasks of other runs of a job that are not known to have ended, or were asked for within this time; newest first.
     */
    List<Task> recent(String job, RunId butNot, Duration within) {
        return jdbc.sql(TASKS + """
                        where t.job = :job and t.run_id <> :run and (t.ended_at is null
                            or t.requested_at > clock_timestamp() - :millis * interval '1 millisecond')
                        order by t.requested_at desc""")
                .param("job", job)
                .param("run", butNot.value())
                .param("millis", within.toMillis())
                .query(this::row)
                .list();
    }

    private Task row(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getString("id")),
                JobRequest.of(row.getString("job"), Json.MAPPER.readValue(row.getString("parameters"), PARAMETERS)),
                new RunId(row.getString("run_id")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getLong("after_execution"),
                row.getLong("until_execution"),
                row.getString("launcher"),
                handle(row),
                row.getString("note"),
                endedAt(row),
                "completed".equals(row.getString("outcome")));
    }

    private static @Nullable JobHandle handle(ResultSet row) throws SQLException {
        String name = row.getString("handle_name");
        return name == null ? null : new JobHandle(name, row.getString("handle_identity"));
    }

    private static @Nullable Instant endedAt(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return endedAt == null ? null : endedAt.toInstant();
    }
}
