package io.openalpha.run;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The locks that let one run of a job work at a time, whichever process or pod it is in. */
final class RunLocks {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RunLocks(DataSource dataSource, JdbcClient jdbc, TransactionOperations transaction) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Takes the lock of a job for a run, or for one shard of it; one that another process holds is waited for during a
     * second. Shards of one run work side by side, and beside nothing else of their job.
     *
     * @throws RunRefusedException if another run holds it, or if the database is reached in a way that cannot hold
     *     locks
     */
    RunLock acquire(String jobName, RunId runId, Shard shard) throws RunRefusedException {
        LockName name = new LockName(jobName, shard);
        Supplier<LockSession> sessions = () -> LockSession.open(dataSource, name);
        LockSession session = sessions.get();
        try {
            requireSessionOfItsOwn(session);
            Map<String, Long> epochs = new TreeMap<>();
            if (!LockWait.tries(
                    () -> name.isShared() ? join(session, name, runId, epochs) : take(session, name, runId, epochs))) {
                throw RunRefusedException.locked(name.own(), holder(name));
            }
            return new RunLock(session, sessions, jdbc, name, epochs);
        } catch (RunRefusedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private boolean take(LockSession session, LockName name, RunId runId, Map<String, Long> epochs) {
        if (!session.tryLock()) {
            return false;
        }
        epochs.put(name.job(), raiseEpoch(name.job(), runId, name.shard()));
        return true;
    }

    /** One shard at a time is let in, so that those of two runs cannot turn each other away. */
    private boolean join(LockSession session, LockName name, RunId runId, Map<String, Long> epochs) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Long> joined = epochOfRun(name, runId);
            if (!session.tryLock()) {
                return false;
            }
            if (joined.isEmpty() && session.isJobShared()) {
                session.unlock();
                return false;
            }
            epochs.put(name.job(), joined.orElseGet(() -> raiseEpoch(name.job(), runId, name.shard())));
            epochs.put(name.own(), raiseEpoch(name.own(), runId, name.shard()));
            return true;
        }));
    }

    /** The job's epoch if its lock was last taken for this run, divided in this way; its row stays locked. */
    private Optional<Long> epochOfRun(LockName name, RunId runId) {
        jdbc.sql("""
                        insert into run_lock (name, epoch, run_id, host, pid, since)
                        values (:name, 0, '', '', 0, clock_timestamp()) on conflict do nothing""").param("name", name.job()).update();
        return jdbc.sql("select epoch, run_id = :runId and shards = :shards as joined from run_lock"
                        + " where name = :name for update")
                .param("name", name.job())
                .param("runId", runId.value())
                .param("shards", name.shard().count())
                .query((row, number) ->
                        row.getBoolean("joined") ? Optional.of(row.getLong("epoch")) : Optional.<Long>empty())
                .single();
    }

    /** A pooler in transaction mode gives the same session to different clients. */
    private void requireSessionOfItsOwn(LockSession session) throws RunRefusedException {
        Backend other =
                jdbc.sql(Backend.ASK).query((row, number) -> Backend.read(row)).single();
        if (other.equals(session.backend())) {
            throw RunRefusedException.misused(
                    "The database is reached through a pooler in transaction mode, such as PgBouncer,"
                            + " which cannot hold the lock of a run: let SPRING_DATASOURCE_URL name the server"
                            + " itself, or a pool in session mode.");
        }
    }

    private long raiseEpoch(String name, RunId runId, Shard shard) {
        return jdbc.sql("""
                        insert into run_lock (name, epoch, run_id, host, pid, since, shards)
                        values (:name, 1, :runId, :host, :pid, clock_timestamp(), :shards)
                        on conflict (name) do update set epoch = run_lock.epoch + 1, run_id = excluded.run_id,
                            host = excluded.host, pid = excluded.pid, since = excluded.since, shards = excluded.shards
                        returning epoch""")
                .param("name", name)
                .param("runId", runId.value())
                .param("shards", shard.count())
                .param("host", LockHolder.thisHost())
                .param("pid", LockHolder.thisProcess())
                .query(Long.class)
                .single();
    }

    /** The holder of the lock: of the shard, or else of the job. */
    private String holder(LockName name) {
        return jdbc.sql("select run_id, host, pid, since from run_lock k where name = any(:names::text[])"
                        + " and exists (select "
                        + LockName.granted("k.name") + ") order by length(name) desc limit 1")
                .param("names", name.all().toArray(String[]::new))
                .query((row, number) -> new LockHolder(
                        row.getString("run_id"),
                        row.getString("host"),
                        row.getLong("pid"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional()
                .map(LockHolder::toString)
                .orElse("a run that has just begun");
    }
}
