package io.openalpha.ops.launch;

import io.openalpha.database.TestDatabase;
import io.openalpha.run.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes to the job repository what the process of a run would. */
public record JobRepositoryRows(JdbcClient jdbc) {

    public static JobRepositoryRows in(TestDatabase database) {
        return new JobRepositoryRows(JdbcClient.create(database.dataSource()));
    }

    /** The run's process has begun, and is in a step. */
    public long begin(String job, RunId run, String step) {
        long instance = jdbc.sql("""
                        insert into batch_job_instance (job_instance_id, version, job_name, job_key)
                        values (nextval('batch_job_instance_seq'), 0, :job, left(md5(:run), 32))
                        on conflict (job_name, job_key) do update set version = 0 returning job_instance_id""")
                .param("job", job)
                .param("run", run.value())
                .query(Long.class)
                .single();
        long execution = jdbc.sql("""
                        insert into batch_job_execution
                            (job_execution_id, version, job_instance_id, create_time, start_time, status, exit_code,
                            exit_message)
                        values (nextval('batch_job_execution_seq'), 0, ?, localtimestamp, localtimestamp, 'STARTED',
                            'UNKNOWN', '') returning job_execution_id""").param(instance).query(Long.class).single();
        jdbc.sql("insert into batch_job_execution_params values (?, 'run.id', 'java.lang.String', ?, 'Y')")
                .params(execution, run.value())
                .update();
        jdbc.sql("""
                        insert into batch_step_execution
                            (step_execution_id, version, step_name, job_execution_id, create_time, start_time, status)
                        values (nextval('batch_step_execution_seq'), 0, ?, ?, localtimestamp, localtimestamp,
                            'STARTED')""").params(step, execution).update();
        return execution;
    }

    public void detail(long execution, String name, String value) {
        jdbc.sql("insert into batch_job_execution_params values (?, ?, 'java.lang.String', ?, 'N')")
                .params(execution, name, value)
                .update();
    }

    /** A chunk was committed. */
    public void commit(long execution, String step, long items) {
        jdbc.sql("""
                        insert into run_progress select job_instance_id, ?, '', ?, '{}' from batch_job_execution
                        where job_execution_id = ?""").params(step, items, execution).update();
    }

    public void end(long execution, String status, String message) {
        jdbc.sql("update batch_job_execution set status = ?, exit_message = ?, end_time = localtimestamp"
                        + " where job_execution_id = ?")
                .params(status, message, execution)
                .update();
        jdbc.sql("update batch_step_execution set status = ?, end_time = localtimestamp where job_execution_id = ?")
                .params(status, execution)
                .update();
    }

    long instance(long execution) {
        return jdbc.sql("select job_instance_id from batch_job_execution where job_execution_id = ?")
                .param(execution)
                .query(Long.class)
                .single();
    }
}
