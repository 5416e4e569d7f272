package io.openalpha.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty, migrated PostgreSQL database for a test.
 *
 * <p>All of them live in a server of this JVM under {@code target}, which starts with the first one and stops with the JVM.
 * They are cheap: a copy of a template. Close it after use, for instance by JUnit's {@code @AutoClose} on a field.
 */
public final class TestDatabase implements AutoCloseable {

    /** Nothing in it needs to outlive the machine. */
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "400");

    /** Each of the JVMs in which the build runs tests has a folder, and so a server, that no other one can take from it. */
    private static final Path FOLDER =
            Path.of("target", "test-database-" + System.getProperty("openalpha.test.jvm", "0"));

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        this.dataSource = pool(url());
    }

    /** A new database with all tables and no rows but those of the migrations. */
    public static TestDatabase fresh() {
        return new TestDatabase(
                Server.INSTANCE.create("template %s strategy file_copy".formatted(Server.INSTANCE.template)));
    }

    /** A new database without tables. */
    public static TestDatabase empty() {
        return new TestDatabase(Server.INSTANCE.create("template template0"));
    }

    /** A pool of at most 10 connections, opened when needed. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** JDBC URL without user and password. */
    public String url() {
        return Server.INSTANCE.urlOf(name);
    }

    /** Owner of the database. */
    public String username() {
        return Cluster.USER;
    }

    /** Password of {@link #username()}. */
    public String password() {
        return Server.INSTANCE.database.getPassword();
    }

    /** Drops the database, even while others are connected to it. */
    @Override
    public void close() {
        dataSource.close();
        Server.INSTANCE.drop(name);
    }

    /** Applies all migrations as OpenAlpha does at its start. */
    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .javaMigrations(new BatchTables(), new NoUniverse())
                .load()
                .migrate();
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(Cluster.USER);
        pool.setPassword(Server.INSTANCE.database.getPassword());
        pool.setMinimumIdle(0);
        return pool;
    }

    /** The server of this JVM, started when the first test asks for a database. */
    private static final class Server {

        static final Server INSTANCE = new Server();

        private final String prefix = "test_%d_%d_"
                .formatted(ProcessHandle.current().pid(), Instant.now().toEpochMilli());
        private final AtomicInteger count = new AtomicInteger();
        private final EmbeddedDatabase database = EmbeddedDatabase.in(FOLDER, FAST);
        private final JdbcClient jdbc = JdbcClient.create(connectingTo(database.getJdbcUrl()));
        private final String template;

        private Server() {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            template = create("template template0");
            migrate(connectingTo(urlOf(template)));
        }

        String create(String options) {
            String name = prefix + count.incrementAndGet();
            execute("create database %s %s".formatted(name, options));
            return name;
        }

        void drop(String name) {
            execute("drop database if exists %s with (force)".formatted(name));
        }

        void execute(String sql) {
            jdbc.sql(sql).update();
        }

        String urlOf(String name) {
            return database.getJdbcUrl().replaceFirst("[^/]*$", name);
        }

        private DataSource connectingTo(String url) {
            return new DriverManagerDataSource(url, Cluster.USER, database.getPassword());
        }

        private void stop() {
            jdbc.sql("select datname from pg_database where starts_with(datname, ?)")
                    .param(prefix)
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(this::drop);
            database.close();
        }
    }
}
