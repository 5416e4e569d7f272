package io.openalpha.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * The server's process behind a session. Process ids are reused, but never with the same start.
 *
 * @param pid on the server's machine
 * @param start when it began to serve the session
 */
record Backend(int pid, OffsetDateTime start) {

    static final String ASK = "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";

    static Backend of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(ASK)) {
            answer.next();
            return read(answer);
        }
    }

    static Backend read(ResultSet row) throws SQLException {
        return new Backend(row.getInt("pid"), row.getObject("backend_start", OffsetDateTime.class));
    }
}
