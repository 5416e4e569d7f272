package io.openalpha.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock of a job while a run holds it: an advisory lock on a session of its own, and a fence for the moment at which
 * that session is lost unnoticed.
 *
 * <p>Whoever takes the lock raises the job's epoch in table {@code run_lock}. A chunk's transaction shares a lock on
 * that row and finds its own epoch there, or it does not commit.
 */
final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    private final Supplier<LockSession> sessions;
    private final JdbcClient jdbc;
    private final String name;
    private final long epoch;
    private LockSession session;
    private @Nullable DataAccessException unreachable;

    /** @param session a session that holds the lock; it is closed with this lock */
    RunLock(LockSession session, Supplier<LockSession> sessions, JdbcClient jdbc, String name, long epoch) {
        this.session = session;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.name = name;
        this.epoch = epoch;
    }

    /**
     * Makes sure, inside the caller's transaction, that this run may still commit.
     *
     * @throws LockLostException if another run has taken the lock
     * @throws DataAccessException if the database has been away for longer than a connection is waited for; from then on at
     *     once
     */
    synchronized void fence() {
        if (unreachable != null) {
            throw unreachable;
        }
        if (!session.holdsLock()) {
            takeBack();
        }
        long current = jdbc.sql("select epoch from run_lock where name = :name for share")
                .param("name", name)
                .query(Long.class)
                .single();
        if (current != epoch) {
            throw lost();
        }
    }

    @Override
    public synchronized void close() {
        session.close();
    }

    /** After an outage the old session is gone; the lock is ours again unless somebody was faster. */
    private void takeBack() {
        Backend before = session.backend();
        session.close();
        session = reopen();
        session.end(before);
        if (!Patience.tries(session::tryLock)) {
            throw lost();
        }
        LOG.warn("The session of the lock of {} was lost and is restored", name);
    }

    private LockSession reopen() {
        try {
            return sessions.get();
        } catch (DataAccessException e) {
            if (Outage.behind(e) == Outage.LASTING) {
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
