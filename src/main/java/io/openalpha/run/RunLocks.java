package io.openalpha.run;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The locks that let one run of a job work at a time, whichever process or pod it is in. */
final class RunLocks {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Clock clock;

    RunLocks(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the lock of a job for a run. Somebody else's is waited for during a second: the server may need a moment to
     * notice that its holder died.
     *
     * @throws LockHeldException if another run holds it
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    RunLock acquire(String jobName, RunId runId) throws LockHeldException, InterruptedException {
        Supplier<LockSession> sessions = () -> LockSession.open(dataSource, jobName);
        LockSession session = sessions.get();
        for (int attempt = 1; !session.tryLock(); attempt++) {
            if (attempt == ATTEMPTS) {
                session.close();
                throw new LockHeldException(jobName, holder(jobName));
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return new RunLock(session, sessions, jdbc, jobName, raiseEpoch(jobName, runId));
    }

    private long raiseEpoch(String jobName, RunId runId) {
        Holder holder = Holder.thisProcess(runId, clock.instant());
        return jdbc.sql("""
                        insert into run_lock (name, epoch, run_id, host, pid, since)
                        values (:name, 1, :runId, :host, :pid, :since)
                        on conflict (name) do update set epoch = run_lock.epoch + 1, run_id = excluded.run_id,
                            host = excluded.host, pid = excluded.pid, since = excluded.since
                        returning epoch""")
                .param("name", jobName)
                .param("runId", holder.runId())
                .param("host", holder.host())
                .param("pid", holder.pid())
                .param("since", holder.since().atOffset(ZoneOffset.UTC))
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
