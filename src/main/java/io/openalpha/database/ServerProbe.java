package io.openalpha.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Connects to an embedded server to learn whether it is the one that was meant, and ready. */
record ServerProbe(ServerAddress address) {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Whether the server knows our password and serves the database, which is made if it is missing. */
    boolean isServing() {
        try (Connection connection = address.connect(ServerAddress.DATABASE)) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return switch (String.valueOf(e.getSQLState())) {
                case NO_SUCH_DATABASE -> createDatabase();
                case TOO_MANY_CONNECTIONS -> true;
                default -> false;
            };
        }
    }

    private boolean createDatabase() {
        try (Connection connection = address.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + ServerAddress.DATABASE);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
