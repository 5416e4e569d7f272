package io.openalpha.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A database that can be connected to until it is closed. */
sealed interface Database extends JdbcConnectionDetails, AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    DatabaseLocation location();

    @Override
    void close();
}
