package io.openalpha.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock of a job, or of a shard of it, while a run holds it: advisory locks on a session of their own, and a fence
 * for the moment at which that session is lost unnoticed.
 *
 * <p>Taking a lock raises its epoch in table {@code run_lock}; the job's epoch is raised by the first shard of a run
 * and taken over by the others. A chunk's transaction shares a lock on those rows and finds its own epochs there, or it
 * does not commit.
 */
final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    private final Supplier<LockSession> sessions;
    private final JdbcClient jdbc;
    private final LockName name;
    private final Map<String, Long> epochs;
    private LockSession session;
    private @Nullable DataAccessException unreachable;

    /**
     * @param session a session that holds the lock; it is closed with this lock
     * @param epochs those of all that the name stands for
     */
    RunLock(
            LockSession session,
            Supplier<LockSession> sessions,
            JdbcClient jdbc,
            LockName name,
            Map<String, Long> epochs) {
        this.session = session;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.name = name;
        this.epochs = Map.copyOf(epochs);
    }

    /**
     * Makes sure, inside the caller's transaction, that this run may still commit.
     *
     * @throws LockLostException if another run has taken the lock
     * @throws DataAccessException if the database has been away for longer than a connection is waited for; from then
     *     on at once
     */
    synchronized void fence() {
        if (unreachable != null) {
            throw unreachable;
        }
        if (!session.holdsLock()) {
            takeBack();
        }
        if (!currentEpochs().equals(epochs)) {
            throw lost();
        }
    }

    private Map<String, Long> currentEpochs() {
        Map<String, Long> current = new TreeMap<>();
        jdbc.sql("select name, epoch from run_lock where name = any(:names::text[]) order by name for share")
                .param("names", name.all().toArray(String[]::new))
                .query(row -> {
                    current.put(row.getString(1), row.getLong(2));
                });
        return current;
    }

    @Override
    public synchronized void close() {
        session.close();
    }

    /** After an outage the old session is gone; the lock is taken again unless another run was faster. */
    private void takeBack() {
        Backend before = session.backend();
        session.close();
        session = reopen();
        session.end(before);
        if (!LockWait.tries(session::tryLock)) {
            throw lost();
        }
        LOG.warn("The session of the lock of {} was lost and is restored", name);
    }

    private LockSession reopen() {
        try {
            return sessions.get();
        } catch (DataAccessException e) {
            if (ConnectionFailure.behind(e) == ConnectionFailure.LASTING) {
                unreachable = e;
            }
            throw e;
        }
    }

    private LockLostException lost() {
        return new LockLostException(
                "another run of %s took the lock while this one was cut off: it commits nothing more".formatted(name));
    }
}
