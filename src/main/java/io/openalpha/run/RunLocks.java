package io.openalpha.run;

import java.time.OffsetDateTime;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The locks that let one run of a job work at a time, whichever process or pod it is in. */
final class RunLocks {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    RunLocks(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /**
     * Takes the lock of a job for a run; somebody else's is waited for during a second.
     *
     * @throws RefusedException if another run holds it, or if the database is reached in a way that cannot hold locks
     */
    RunLock acquire(String jobName, RunId runId) throws RefusedException {
        Supplier<LockSession> sessions = () -> LockSession.open(dataSource, jobName);
        LockSession session = sessions.get();
        try {
            requireSessionOfItsOwn(session);
            if (!Patience.tries(session::tryLock)) {
                throw RefusedException.locked(jobName, holder(jobName));
            }
            return new RunLock(session, sessions, jdbc, jobName, raiseEpoch(jobName, runId));
        } catch (RefusedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** A pooler in transaction mode lends one and the same session to whoever asks next. */
    private void requireSessionOfItsOwn(LockSession session) throws RefusedException {
        Backend other =
                jdbc.sql(Backend.ASK).query((row, number) -> Backend.read(row)).single();
        if (other.equals(session.backend())) {
            throw RefusedException.misused(
                    "The database is reached through a pooler in transaction mode, such as PgBouncer,"
                            + " which cannot hold the lock of a run: let SPRING_DATASOURCE_URL name the server itself, or a pool in"
                            + " session mode.");
        }
    }

    private long raiseEpoch(String jobName, RunId runId) {
        return jdbc.sql("""
                        insert into run_lock (name, epoch, run_id, host, pid, since)
                        values (:name, 1, :runId, :host, :pid, clock_timestamp())
                        on conflict (name) do update set epoch = run_lock.epoch + 1, run_id = excluded.run_id,
                            host = excluded.host, pid = excluded.pid, since = excluded.since
                        returning epoch""")
                .param("name", jobName)
                .param("runId", runId.value())
                .param("host", Holder.thisHost())
                .param("pid", Holder.thisProcess())
                .query(Long.class)
                .single();
    }

    private String holder(String jobName) {
        return jdbc.sql("select run_id, host, pid, since from run_lock where name = :name")
                .param("name", jobName)
                .query((row, number) -> new Holder(
                        row.getString("run_id"),
                        row.getString("host"),
                        row.getLong("pid"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional()
                .map(Holder::toString)
                .orElse("a run that has just begun");
    }
}
