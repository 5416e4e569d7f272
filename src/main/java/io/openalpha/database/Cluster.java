package io.openalpha.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.openalpha.database.Command.Outcome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The data directory of a server and the password to it. */
final class Cluster {

    static final String USER = "openalpha";

    private static final int PASSWORD_BYTES = 24;

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String PART = "postgres.part-";

    /** Iterations protect a weak password; ours is random, and a cold JVM spends 50 ms on them per connection. */
    private static final String SCRAM_ITERATIONS = "1";

    /** Little memory, one way in, times in UTC. Durability is PostgreSQL's own default: every commit is on the disk. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("scram_iterations", SCRAM_ITERATIONS),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));

    private final ServerFolder folder;
    private final Map<String, String> additionalSettings;

    Cluster(ServerFolder folder, Map<String, String> additionalSettings) {
        this.folder = folder;
        this.additionalSettings = additionalSettings;
    }

    /** The password of {@link #USER}; empty while there is no data directory. */
    Optional<String> password() throws IOException {
        if (!Files.exists(folder.data())) {
            return Optional.empty();
        }
        if (!Files.exists(folder.password())) {
            throw DatabaseUnavailableException.misconfigured(
                    ("The file '%s' is missing, without which '%s' cannot be opened: put it back, or move both"
                                    + " away to begin anew.")
                            .formatted(folder.password(), folder.data()));
        }
        return Optional.of(Files.readString(folder.password()));
    }

    /** Makes the data directory unless it exists; a process killed meanwhile leaves nothing that looks complete. */
    void initialise(Path programs) throws IOException {
        if (Files.exists(folder.data())) {
            requireVersion(programs);
            return;
        }
        removeAbandoned();
        Path part = folder.root()
                .resolve("%s%s-%s".formatted(PART, ProcessHandle.current().pid(), System.nanoTime()));
        writePassword();
        Outcome outcome =
                Command.of(PrivilegeDrop.prefix(folder), initdb(programs, part)).run();
        if (!outcome.succeeded()) {
            throw DatabaseUnavailableException.misconfigured("PostgreSQL could not set up its data in '%s': %s"
                    .formatted(folder.root(), ServerMessages.reason(outcome.output())));
        }
        Files.move(part, folder.data(), ATOMIC_MOVE);
    }

    /**
     * Removes what killed processes began, as far as it can: their initdb may live on for a while and go on writing,
     * which is why each attempt has a folder of its own.
     */
    private void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(folder.root(), PART + "*")) {
            for (Path part : abandoned) {
                try {
                    FileSystemUtils.deleteRecursively(part);
                } catch (IOException e) {
                    LOG.debug("{} is still written to", part, e);
                }
            }
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(folder.password());
        Files.createFile(
                folder.password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(folder.password(), Base64.getUrlEncoder().encodeToString(random));
    }

    private String[] initdb(Path programs, Path target) {
        List<String> line = new ArrayList<>(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + target,
                "--username=" + USER,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--data-checksums"));
        SETTINGS.forEach((name, value) -> line.add("--set=%s=%s".formatted(name, value)));
        additionalSettings.forEach((name, value) -> line.add("--set=%s=%s".formatted(name, value)));
        return line.toArray(String[]::new);
    }

    private void requireVersion(Path programs) throws IOException {
        String made = Files.readString(folder.data().resolve("PG_VERSION")).strip();
        String brought = ServerMessages.majorVersion(
                Command.of(List.of(), programs.resolve("bin/postgres").toString(), "--version")
                        .run()
                        .output());
        if (!made.equals(brought)) {
            throw DatabaseUnavailableException.misconfigured(
                    ("The data in '%s' was made by PostgreSQL %s, but this OpenAlpha brings PostgreSQL %s: move"
                                    + " the folder away to begin with an empty database, or serve it with"
                                    + " PostgreSQL %s and set SPRING_DATASOURCE_URL.")
                            .formatted(folder.data(), made, brought, made));
        }
    }
}
