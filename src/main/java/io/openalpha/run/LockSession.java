package io.openalpha.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** A database session of its own that holds the advisory locks of a run for as long as it lives. */
final class LockSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LockSession.class);
    private static final int ANSWER_WITHIN_MILLIS = 5_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private static final String KEY = LockName.key("?");
    private static final String GRANTED = LockName.granted("?");

    private final Connection connection;
    private final LockName name;
    private final Backend backend;

    private LockSession(Connection connection, LockName name, Backend backend) {
        this.connection = connection;
        this.name = name;
        this.backend = backend;
    }

    /**
     * A new session, without the lock yet.
     *
     * @throws CannotGetJdbcConnectionException if the database cannot be reached
     */
    static LockSession open(DataSource dataSource, LockName name) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new LockSession(connection, name, Backend.of(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot open a session for the lock of " + name, e);
        }
    }

    Backend backend() {
        return backend;
    }

    /** Takes all locks of the name, or none of them. */
    boolean tryLock() {
        try {
            if (!name.isShared()) {
                return ask("select pg_try_advisory_lock(" + KEY + ")", name.own());
            }
            if (!ask("select pg_try_advisory_lock_shared(" + KEY + ")", name.job())) {
                return false;
            }
            if (ask("select pg_try_advisory_lock(" + KEY + ")", name.own())) {
                return true;
            }
            unlock();
            return false;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot ask for the lock of " + name, e);
        }
    }

    /** Whether another session holds the lock of the job, too. */
    boolean isJobShared() {
        try {
            return ask("select exists (select " + GRANTED + " and l.pid <> pg_backend_pid())", name.job());
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot ask for the lock of " + name.job(), e);
        }
    }

    /** Whether the session still lives and holds its locks, asked of the server. */
    boolean holdsLock() {
        try {
            connection.setNetworkTimeout(SAME_THREAD, ANSWER_WITHIN_MILLIS);
            List<String> all = name.all();
            String each = "exists (select " + GRANTED + " and l.pid = pg_backend_pid())";
            return ask(
                    "select " + String.join(" and ", Collections.nCopies(all.size(), each)),
                    all.toArray(String[]::new));
        } catch (SQLException e) {
            LOG.debug("Session of the lock of {} is gone", name, e);
            return false;
        }
    }

    /** Gives the locks back and keeps the session. */
    void unlock() {
        try {
            ask("select pg_advisory_unlock_all() is not null");
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot give the lock of " + name + " back", e);
        }
    }

    /**
     * Ends a session of which this side has lost sight, so that its lock is free; the server itself may take long to
     * notice that the client is gone.
     */
    void end(Backend lost) {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?")) {
            statement.setInt(1, lost.pid());
            statement.setObject(2, lost.start());
            statement.execute();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot end the lost session of the lock of " + name, e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            unlock();
        } catch (SQLException | CannotGetJdbcConnectionException e) {
            LOG.debug("Session of the lock of {} was gone before it was closed", name, e);
        }
    }

    private boolean ask(String question, String... names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
