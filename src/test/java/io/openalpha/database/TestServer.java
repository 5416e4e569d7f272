package io.openalpha.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server of this JVM for the databases of tests, started when the first one asks for a database. */
final class TestServer {

    /** Nothing in it needs to outlive the machine. */
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "400");

    /** Each JVM of the build has a folder, and so a server, of its own. */
    private static final Path FOLDER =
            Path.of("target", "test-database-" + System.getProperty("openalpha.test.jvm", "0"));

    static final TestServer INSTANCE = new TestServer();

    private final String prefix =
            "test_%s_%s_".formatted(ProcessHandle.current().pid(), Instant.now().toEpochMilli());
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<String> restored = new ConcurrentLinkedQueue<>();
    private final EmbeddedDatabase database = EmbeddedDatabase.in(FOLDER, FAST);
    private final JdbcClient jdbc = JdbcClient.create(pool(database.getJdbcUrl()));
    private final String template;
    private final Restoration restoration;

    private TestServer() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        template = create("template template0");
        try (HikariDataSource pool = pool(urlOf(template))) {
            TestDatabase.migrate(pool);
            restoration = Restoration.to(pool);
        }
    }

    String create(String options) {
        String name = newName();
        execute("create database %s %s".formatted(name, options));
        return name;
    }

    /** The name of a database like the template. */
    String migrated() {
        String name = restored.poll();
        return name == null ? create("template %s strategy file_copy".formatted(template)) : name;
    }

    /** It gets another name: a thread that outlives its test must not find the next test's database. */
    void takeBack(String name, HikariDataSource pool) {
        boolean equal = restore(pool);
        pool.close();
        String renamed = newName();
        if (equal && rename(name, renamed)) {
            restored.add(renamed);
        } else {
            drop(name);
        }
    }

    /** By a connection that the test has opened, for one costs as much as all else here. */
    private boolean restore(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return restoration.of(new SingleConnectionDataSource(connection, true));
        } catch (SQLException | DataAccessException e) {
            return false;
        }
    }

    /** Not if somebody else is connected still or again. */
    private boolean rename(String name, String another) {
        try {
            execute("alter database %s rename to %s".formatted(name, another));
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private String newName() {
        return prefix + count.incrementAndGet();
    }

    private void drop(String name) {
        execute("drop database if exists %s with (force)".formatted(name));
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    String urlOf(String name) {
        return database.getJdbcUrl().replaceFirst("[^/]*$", name);
    }

    String password() {
        return database.getPassword();
    }

    /** At most 10 connections, opened when needed. */
    HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(Cluster.USER);
        pool.setPassword(password());
        pool.setMinimumIdle(0);
        return pool;
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
