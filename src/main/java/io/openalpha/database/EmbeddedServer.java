package io.openalpha.database;

import io.openalpha.database.Command.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of a data folder. Every method is to be called under {@link FolderLock}.
 *
 * <p>{@code pg_ctl} puts the server into a session of its own, so that Ctrl-C on the terminal does not reach it, and it
 * outlives the process that started it.
 */
final class EmbeddedServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Another program took the free port; or children of a killed server are still about to end. */
    private static final Pattern PASSES =
            Pattern.compile("Address already in use|pre-existing shared memory block|lock file .* already exists");

    private final ServerFolder folder;
    private final Cluster cluster;
    private final ServerLog log;

    EmbeddedServer(ServerFolder folder, Map<String, String> additionalSettings) {
        this.folder = folder;
        this.cluster = new Cluster(folder, additionalSettings);
        this.log = new ServerLog(folder.log());
    }

    /** Finds the server or starts it. Finding it takes one connection and no other program. */
    ServerAddress ensureRunning() throws IOException {
        boolean running = Waiting.until(PATIENCE, () -> answers() || (startUnlessAlive() && answers()));
        ServerAddress address = address().orElse(null);
        if (!running || address == null) {
            throw DatabaseUnavailableException.unreachable("The embedded PostgreSQL in '%s' does not answer: see '%s'."
                    .formatted(folder.root(), folder.log()));
        }
        log.trim();
        return address;
    }

    /** Stops the server, if there is one, without waiting for its clients. */
    void stop() throws IOException {
        if (isAlive()) {
            Outcome outcome = pgCtl(ServerPrograms.in(folder), "stop", "--mode=fast");
            if (!outcome.succeeded()) {
                LOG.warn("The embedded PostgreSQL in '{}' did not stop: {}", folder.root(), outcome.output());
            }
        }
    }

    private boolean answers() throws IOException {
        Optional<ServerAddress> address = address();
        return address.isPresent() && new ServerProbe(address.get()).isServing();
    }

    private Optional<ServerAddress> address() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(folder.data());
        Optional<String> password = cluster.password();
        return postmaster.flatMap(server -> password.map(secret -> new ServerAddress(server.port(), secret)));
    }

    private boolean isAlive() throws IOException {
        return Postmaster.of(folder.data()).filter(Postmaster::isAlive).isPresent();
    }

    /** A server that is alive but does not answer is about to start or to stop: it only needs time. */
    private boolean startUnlessAlive() throws IOException {
        if (Lease.anyAliveElsewhere(folder.leases())) {
            throw DatabaseUnavailableException.misconfigured(
                    ("The data folder '%s' is in use by OpenAlpha in another container or on another machine:"
                                    + " give each its own OPENALPHA_DATA_DIR, or let them share a server by"
                                    + " SPRING_DATASOURCE_URL.")
                            .formatted(folder.root()));
        }
        return !isAlive() && start();
    }

    private boolean start() throws IOException {
        Path programs = ServerPrograms.in(folder);
        ServerPrograms.removeAllBut(programs);
        cluster.initialise(programs);
        String port = "--options=-p " + port();
        Postmaster.removeMisleadingFile(folder.data());
        log.beginAnew();
        Outcome outcome = pgCtl(programs, "start", "--log=" + folder.log(), port);
        if (!outcome.succeeded() && !PASSES.matcher(log.text()).find()) {
            throw DatabaseUnavailableException.misconfigured("The embedded PostgreSQL in '%s' could not be started: %s"
                    .formatted(folder.root(), ServerMessages.reason(log.text() + outcome.output())));
        }
        return outcome.succeeded();
    }

    /** After a crash the former port if it is free, so that processes that still use it find the server again. */
    private int port() throws IOException {
        Optional<Postmaster> former = Postmaster.of(folder.data());
        return former.isPresent() && isFree(former.get().port()) ? former.get().port() : freePort();
    }

    private Outcome pgCtl(Path programs, String action, String... options) throws IOException {
        Command command = Command.of(
                PrivilegeDrop.prefix(folder),
                programs.resolve("bin/pg_ctl").toString(),
                action,
                "--silent",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--pgdata=" + folder.data());
        return Command.of(command.line(), options).run();
    }

    private static boolean isFree(int port) {
        try {
            return listenBriefly(port) == port;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        return listenBriefly(0);
    }

    private static int listenBriefly(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
