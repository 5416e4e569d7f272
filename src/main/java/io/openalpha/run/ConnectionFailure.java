package io.openalpha.run;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a failure was one of the connection to the database. */
enum ConnectionFailure {
    /** Another kind of failure. */
    NONE,
    /** A connection was cut; another one may be opened. */
    CUT,
    /** No connection could be opened within the time limit. */
    LASTING;

    private static final Set<String> CUT_STATES = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "53300");
    private static final String CONNECTION_EXCEPTION = "08";

    static ConnectionFailure behind(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        ConnectionFailure connectionFailure = NONE;
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return LASTING;
            }
            if (cause instanceof SQLException sql && isCut(sql.getSQLState())) {
                connectionFailure = CUT;
            }
        }
        return connectionFailure;
    }

    private static boolean isCut(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || CUT_STATES.contains(state));
    }
}
