package io.openalpha.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach an embedded server.
 *
 * @param port on 127.0.0.1
 * @param password of {@link Cluster#USER}
 */
record ServerAddress(int port, String password) {

    static final String DATABASE = "openalpha";

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url(database), properties);
    }

    /** The port only. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
