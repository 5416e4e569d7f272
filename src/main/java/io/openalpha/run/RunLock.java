package io.openalpha.run;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
     */
    synchronized void fence() {
        if (!session.holdsLock()) {
            takeBack();
        }
        long current = jdbc.sql("select epoch from run_lock where name = :name for share")
                .param("name", name)
                .query(Long.class)
                .single();
        if (current != epoch) {
            throw new LockLostException("another run of %s took the lock".formatted(name));
        }
    }

    @Override
    public synchronized void close() {
        session.close();
    }

    /** After an outage the old session is gone; the lock is ours again unless somebody was faster. */
    private void takeBack() {
        session.close();
        session = sessions.get();
        if (!session.tryLock()) {
            throw new LockLostException("another run of %s took the lock while the database was away".formatted(name));
        }
        LOG.warn("The session of the lock of {} was lost and is restored", name);
    }
}
