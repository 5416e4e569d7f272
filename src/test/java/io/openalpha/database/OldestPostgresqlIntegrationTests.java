package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The build puts the jar with PostgreSQL 14 into {@code target/postgres-14}. */
class OldestPostgresqlIntegrationTests {

    private static final Path JARS = Path.of("target", "postgres-14");

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    @TempDir
    private Path temporary;

    private String url = "";

    @BeforeEach
    void start() throws IOException {
        Optional<Path> jar = jar();
        assumeTrue(jar.isPresent(), "no PostgreSQL 14 in " + JARS);
        assumeTrue(Platform.current().archive().equals(ARCHIVE), "the jar is for Linux on x86_64");
        String archive = "jar:%s!/%s".formatted(jar.orElseThrow().toUri(), ARCHIVE);
        ArchiveExtraction.extract(URI.create(archive).toURL(), temporary.resolve("server"));
        run("initdb", "--username=openalpha", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync");
        int port = freePort();
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "--log=" + temporary.resolve("log"),
                "--options=-F -k '' -p " + port);
        url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port);
    }

    @AfterEach
    void stop() throws IOException {
        if (!url.isEmpty()) {
            run("pg_ctl", "stop", "--mode=immediate", "--silent");
        }
    }

    @Test
    void takesAllMigrations() {
        DriverManagerDataSource dataSource = new DriverManagerDataSource(url, "openalpha", "");

        TestDatabase.migrate(dataSource);

        JdbcClient jdbc = JdbcClient.create(dataSource);
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("14.");
        assertThat(jdbc.sql("select success from flyway_schema_history")
                        .query(Boolean.class)
                        .list())
                .isNotEmpty()
                .containsOnly(true);
    }

    private void run(String program, String... options) throws IOException {
        Command command = Command.of(
                PrivilegeDrop.prefix(new ServerFolder(temporary)),
                temporary.resolve("server/bin/" + program).toString());
        List<String> line = Stream.concat(
                        command.line().stream(), Stream.concat(Stream.of(options), Stream.of("-D", data())))
                .toList();
        Command.Outcome outcome = new Command(line).run();
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    }

    private String data() {
        return temporary.resolve("data").toString();
    }

    private static Optional<Path> jar() throws IOException {
        if (!Files.isDirectory(JARS)) {
            return Optional.empty();
        }
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.findFirst();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
