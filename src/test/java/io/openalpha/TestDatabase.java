package io.openalpha;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server for the tests of one JVM, and as many empty, migrated databases on it as they want. */
public final class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with all migrations applied. */
    public static DriverManagerDataSource migrated() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(Server.RUNNING.database("postgres"), "create database " + name);
        DriverManagerDataSource database = Server.RUNNING.database(name);
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static void execute(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {

        static final Server RUNNING = new Server();

        private final Path home;
        private final int port;

        private Server() {
            try {
                home = Files.createTempDirectory("openalpha-test-postgres");
                port = freePort();
                unpack();
                run("initdb", "-D", home + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
                String options = "-F -p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, home);
                run("pg_ctl", "-D", home + "/data", "-w", "-l", home + "/log", "-o", options, "start");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        }

        DriverManagerDataSource database(String name) {
            return new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), "postgres", "");
        }

        private void stop() {
            run("pg_ctl", "-D", home + "/data", "-m", "immediate", "stop");
            FileSystemUtils.deleteRecursively(home.toFile());
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private void unpack() throws IOException {
            try (InputStream packed = TestDatabase.class.getResourceAsStream("/postgres-%s.txz".formatted(platform()));
                    var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, home.resolve(entry.getName()));
                }
            }
        }

        private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(content, file);
                file.toFile().setExecutable((entry.getMode() & 0100) != 0);
            }
        }

        private static String platform() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
            boolean arm = System.getProperty("os.arch").equals("aarch64");
            return os + "-" + (arm ? "arm_64" : "x86_64");
        }

        private void run(String program, String... arguments) {
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.add(home.resolve("bin").resolve(program).toString());
            command.addAll(List.of(arguments));
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve(program + ".out").toFile())
                        .start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(Files.readString(home.resolve(program + ".out")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
