package io.openalpha.run;

import io.openalpha.database.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what runs left in the database. */
record Repository(JdbcClient jdbc) {

    static Repository of(TestDatabase database) {
        return new Repository(JdbcClient.create(database.dataSource()));
    }

    /** The numbers that a run wrote, in order, each as often as it was written. */
    List<Integer> written(String run) {
        return jdbc.sql("select number from written where run = ? order by number")
                .param(run)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    static List<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    /** The states of all executions, oldest first. */
    List<String> states() {
        return jdbc.sql("select status from batch_job_execution order by job_execution_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The states of all executions of steps, oldest first. */
    List<String> stepStates() {
        return jdbc.sql("select status from batch_step_execution order by step_execution_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    String exitMessage(int execution) {
        return jdbc.sql("select exit_message from batch_job_execution order by job_execution_id offset ? limit 1")
                .param(execution - 1)
                .query(String.class)
                .single();
    }

    /** Processes of the server that hold a run's lock. */
    List<Integer> lockHolders() {
        return jdbc.sql("""
                        select pid from pg_locks where locktype = 'advisory'
                            and database = (select oid from pg_database where datname = current_database())""").query((row, number) -> row.getInt(1)).list();
    }

    /** Ends the sessions that hold a run's lock, as an outage does. */
    void cutLockSession() {
        lockHolders().forEach(pid -> jdbc.sql("select pg_terminate_backend(?, 5000)")
                .param(pid)
                .query(Boolean.class)
                .single());
    }

    /** Everything that runs write, as text. */
    String contents() {
        return String.join(
                "\n", jdbc.sql("""
                        select 'l' || t::text from run_lock t union all select 'p' || t::text from run_progress t
                        union all select 'e' || t::text from batch_job_execution t
                        union all select 's' || t::text from batch_step_execution t
                        union all select 'i' || t::text from batch_job_instance t order by 1""").query((row, number) -> row.getString(1)).list());
    }
}
