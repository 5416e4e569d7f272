package io.openalpha.web.dashboard;

import io.openalpha.web.AdminService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that holds the lock of its job, and has done four of ten items, until it is closed. */
final class RunAtWork implements AutoCloseable {

    private final JdbcClient jdbc;
    private final String job;
    private final String run;
    private final Connection lock;

    private RunAtWork(JdbcClient jdbc, String job, String run, Connection lock) {
        this.jdbc = jdbc;
        this.job = job;
        this.run = run;
        this.lock = lock;
    }

    static RunAtWork of(AdminService service, String job, String run) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(service.database().dataSource());
        RunAtWork work =
                new RunAtWork(jdbc, job, run, service.database().dataSource().getConnection());
        work.begin();
        return work;
    }

    private void begin() throws SQLException {
        execute("select pg_advisory_lock(hashtextextended('openalpha.run.%s', 0))".formatted(job));
        jdbc.sql("""
                        insert into run_lock values (:job, 1, :run, 'here', 1, now())
                        on conflict (name) do update set run_id = excluded.run_id""").param("job", job).param("run", run).update();
        plant(run);
        jdbc.sql("""
                        insert into run_share select i.job_instance_id, :job, 4, 10, now()
                        from batch_job_instance i where i.job_key = md5(:run)""").param("job", job).param("run", run).update();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute(sql);
        }
    }

    String run() {
        return run;
    }

    /** Another run that says it is at work. */
    String plant(String id) {
        long execution = jdbc.sql("""
                        with instance as (
                            insert into batch_job_instance (job_instance_id, version, job_name, job_key)
                            values (nextval('batch_job_instance_seq'), 0, :job, md5(:run)) returning job_instance_id)
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,
                            status, exit_code, exit_message, last_updated)
                        select nextval('batch_job_execution_seq'), 0, job_instance_id, now() at time zone 'UTC',
                            now() at time zone 'UTC', 'STARTED', 'UNKNOWN', '', now() at time zone 'UTC'
                        from instance returning job_execution_id""")
                .param("job", job)
                .param("run", id)
                .query(Long.class)
                .single();
        jdbc.sql("insert into batch_job_execution_params values (?, 'run.id', 'java.lang.String', ?, 'Y')")
                .params(execution, id)
                .update();
        jdbc.sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, status, commit_count, read_count, write_count, exit_message)
                        values (nextval('batch_step_execution_seq'), 0, ?, ?, now() at time zone 'UTC',
                            now() at time zone 'UTC', 'STARTED', 3, 4, 4, '')""").params(job, execution).update();
        return id;
    }

    /** Leaves no trace of the runs. */
    @Override
    public void close() throws SQLException {
        // The connection goes back to its pool, and would keep the lock.
        execute("select pg_advisory_unlock_all()");
        lock.close();
        String planted = "(select job_execution_id from batch_job_execution where status = 'STARTED')";
        jdbc.sql("delete from batch_step_execution where job_execution_id in " + planted)
                .update();
        jdbc.sql("delete from batch_job_execution_params where job_execution_id in " + planted)
                .update();
        jdbc.sql("""
                        with gone as (delete from batch_job_execution where status = 'STARTED' returning job_instance_id)
                        select job_instance_id from gone""").query(Long.class).list().forEach(instance -> jdbc.sql(
                        "delete from batch_job_instance where job_instance_id = ?")
                .param(instance)
                .update());
    }
}
