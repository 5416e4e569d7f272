package io.openalpha.ml.prediction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of promotions on a connection that does nothing else. One that breaks is replaced. Used by one thread. */
final class RegistryListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryListener.class);
    private static final String LISTEN = "listen model_registry";
    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final DataSource connections;
    private @Nullable Connection connection;
    private boolean closed;
    private boolean deaf;

    RegistryListener(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Waits until another version serves.
     *
     * @param longest to wait
     * @return whether one does, or may do, as nothing listened for a while
     */
    boolean await(Duration longest) throws InterruptedException {
        Connection open = current();
        if (open == null) {
            return connect(longest);
        }
        try {
            return hears(open, longest);
        } catch (SQLException e) {
            LOG.debug("The connection that listens for promotions broke", e);
            close(open);
            hold(null);
            return true;
        }
    }

    private static boolean hears(Connection open, Duration longest) throws SQLException {
        if (open.unwrap(PGConnection.class).getNotifications((int) longest.toMillis()).length > 0) {
            return true;
        }
        if (!open.isValid(ANSWER_WITHIN_SECONDS)) {
            throw new SQLException("the server does not answer");
        }
        return false;
    }

    private boolean connect(Duration longest) throws InterruptedException {
        try {
            hold(listening());
            deaf = false;
            return true;
        } catch (SQLException e) {
            if (!deaf) {
                // The message may have the URL in it, and the URL the password.
                LOG.warn(
                        "No connection to listen for promotions (SQL state {}): looking every {} ms",
                        e.getSQLState(),
                        longest.toMillis());
            }
            deaf = true;
            TimeUnit.MILLISECONDS.sleep(longest.toMillis());
            return false;
        }
    }

    private Connection listening() throws SQLException {
        Connection fresh = connections.getConnection();
        try (Statement statement = fresh.createStatement()) {
            statement.execute(LISTEN);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private synchronized @Nullable Connection current() {
        return connection;
    }

    private synchronized void hold(@Nullable Connection fresh) {
        connection = fresh;
        if (closed && fresh != null) {
            close(fresh);
        }
    }

    private static void close(Connection broken) {
        try {
            broken.close();
        } catch (SQLException e) {
            LOG.debug("The connection that listens for promotions was gone before it was closed", e);
        }
    }

    /** Ends a wait. May be called by any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            close(connection);
        }
    }
}
