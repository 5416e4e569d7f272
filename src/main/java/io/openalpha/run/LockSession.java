package io.openalpha.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** A database session of its own that holds one advisory lock for as long as it lives. */
final class LockSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LockSession.class);
    private static final int ANSWER_WITHIN_MILLIS = 5_000;
    private static final Executor SAME_THREAD = Runnable::run;
    private static final String KEY = "hashtextextended('openalpha.run.' || ?, 0)";

    private final Connection connection;
    private final String lockName;
    private final Backend backend;

    private LockSession(Connection connection, String lockName, Backend backend) {
        this.connection = connection;
        this.lockName = lockName;
        this.backend = backend;
    }

    /**
     * A new session, without the lock yet.
     *
     * @throws CannotGetJdbcConnectionException if the database cannot be reached
     */
    static LockSession open(DataSource dataSource, String lockName) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new LockSession(connection, lockName, Backend.of(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot open a session for the lock of " + lockName, e);
        }
    }

    Backend backend() {
        return backend;
    }

    boolean tryLock() {
        try {
            return ask("select pg_try_advisory_lock(" + KEY + ")");
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot ask for the lock of " + lockName, e);
        }
    }

    /** Whether the session still lives and holds the lock, asked of the server. */
    boolean holdsLock() {
        try {
            connection.setNetworkTimeout(SAME_THREAD, ANSWER_WITHIN_MILLIS);
            return ask("""
                    select exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
                        and (classid::bigint << 32 | objid::bigint) = %s)""".formatted(KEY));
        } catch (SQLException e) {
            LOG.debug("Session of the lock of {} is gone", lockName, e);
            return false;
        }
    }

    /**
     * Ends a session of which this side has lost sight, so that its lock is free; the server itself may take long to notice
     * that nobody is there.
     */
    void end(Backend lost) {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?")) {
            statement.setInt(1, lost.pid());
            statement.setObject(2, lost.start());
            statement.execute();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot end the lost session of the lock of " + lockName, e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask("select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
            LOG.debug("Session of the lock of {} was gone before it was closed", lockName, e);
        }
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, lockName);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
