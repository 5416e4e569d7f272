package io.openalpha.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private final Connection connection;
    private final String lockName;

    private LockSession(Connection connection, String lockName) {
        this.connection = connection;
        this.lockName = lockName;
    }

    /** A new session, without the lock yet. A server that loses the client's machine notices within half a minute. */
    static LockSession open(DataSource dataSource, String lockName) {
        try {
            Connection connection = dataSource.getConnection();
            LockSession session = new LockSession(connection, lockName);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
                        + " set tcp_keepalives_count = 3; set idle_session_timeout = 0");
            }
            return session;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("cannot open a session for the lock of " + lockName, e);
        }
    }

    boolean tryLock() {
        try {
            return ask("select pg_try_advisory_lock(hashtextextended('openalpha.run.' || ?, 0))");
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
                        and (classid::bigint << 32 | objid::bigint) = hashtextextended('openalpha.run.' || ?, 0))""");
        } catch (SQLException e) {
            LOG.debug("Session of the lock of {} is gone", lockName, e);
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask("select pg_advisory_unlock(hashtextextended('openalpha.run.' || ?, 0))");
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
