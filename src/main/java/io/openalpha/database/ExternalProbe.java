package io.openalpha.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Connects once to a database that the user named, to say in a sentence what is wrong with it.
 *
 * @param url may hold a password
 * @param location the same to be printed
 */
record ExternalProbe(String url, DatabaseLocation location) {

    private static final String HOST = "(?:[^/?@:,\\[\\]]*|\\[[^\\]]+\\])(?::\\d+)?";
    private static final Pattern GOOD_URL =
            Pattern.compile("jdbc:postgresql://%1$s(?:,%1$s)*/[^/?@]+(?:[?].*)?".formatted(HOST));

    private static final int OLDEST_VERSION = 14;

    /** @throws DatabaseUnavailableException if it cannot be connected to, or is too old */
    void check(@Nullable String username, @Nullable String password) {
        requireGoodUrl();
        try (Connection connection = connect(username, password)) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw complaint(String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()));
        }
    }

    /** Looks before the driver does, which writes what it cannot read into the log, be it a password. */
    private void requireGoodUrl() {
        if (!GOOD_URL.matcher(url).matches()) {
            throw DatabaseUnavailableException.misconfigured(
                    "SPRING_DATASOURCE_URL is not a JDBC URL of PostgreSQL: it must"
                            + " read jdbc:postgresql://host:port/database, with SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD beside it.");
        }
    }

    private Connection connect(@Nullable String username, @Nullable String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", "15");
        if (username != null) {
            properties.setProperty("user", username);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    void requireVersion(int version) {
        if (version < OLDEST_VERSION) {
            throw DatabaseUnavailableException.misconfigured(
                    "The database %s runs PostgreSQL %s: OpenAlpha needs %s or newer."
                            .formatted(location.url(), version, OLDEST_VERSION));
        }
    }

    /** SQL states: 28 = who are you, 08004 = nothing said about it, 3D000 = no such database, 42501 = not for you. */
    private DatabaseUnavailableException complaint(String state, String message) {
        if (state.startsWith("28") || state.equals("08004") || state.equals("42501")) {
            return DatabaseUnavailableException.misconfigured(
                    ("The database %s refuses this user: check SPRING_DATASOURCE_USERNAME and"
                                    + " SPRING_DATASOURCE_PASSWORD.")
                            .formatted(location.url()));
        }
        if (state.equals("3D000")) {
            return DatabaseUnavailableException.missing(
                    "The server has no database of the name in %s: create it or correct SPRING_DATASOURCE_URL."
                            .formatted(location.url()));
        }
        return DatabaseUnavailableException.unreachable(
                "The database %s cannot be reached: %s".formatted(location.url(), message.strip()));
    }
}
