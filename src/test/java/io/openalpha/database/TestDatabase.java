package io.openalpha.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * An empty, migrated PostgreSQL database for a test.
 *
 * <p>All of them live in a server of this JVM under {@code target}, which starts with the first one and stops with the
 * JVM. They are cheap: a copy of a template, or one that a test has left and that is {@linkplain Restoration restored}.
 * Close it after use, for instance by JUnit's {@code @AutoClose} on a field.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        this.dataSource = TestServer.INSTANCE.pool(url());
    }

    /** A new database with all tables and no rows but those of the migrations. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.INSTANCE.migrated());
    }

    /** A new database without tables. */
    public static TestDatabase empty() {
        return new TestDatabase(TestServer.INSTANCE.create("template template0"));
    }

    /** A pool of at most 10 connections, opened when needed. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** JDBC URL without user and password. */
    public String url() {
        return TestServer.INSTANCE.urlOf(name);
    }

    /** Owner of the database. */
    public String username() {
        return Cluster.USER;
    }

    /** Password of {@link #username()}. */
    public String password() {
        return TestServer.INSTANCE.password();
    }

    /** Whoever is still connected to it is cut off. */
    @Override
    public void close() {
        TestServer.INSTANCE.takeBack(name, dataSource);
    }

    /** Applies all migrations as OpenAlpha does at its start. */
    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .javaMigrations(new BatchTables(), new NoUniverse())
                .load()
                .migrate();
    }
}
