package io.openalpha.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that a test may stop and start again; it stays at one port. */
public final class StoppableServer implements AutoCloseable {

    private final ServerFolder folder;
    private final Path programs;
    private final ServerAddress address;

    private StoppableServer(ServerFolder folder, Path programs, ServerAddress address) {
        this.folder = folder;
        this.programs = programs;
        this.address = address;
    }

    /** A running server with an empty database. What the folder held before is gone. */
    public static StoppableServer in(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
            ServerFolder folder = ServerFolder.at(path);
            Path programs = ServerPrograms.in(folder);
            Cluster cluster = new Cluster(folder, java.util.Map.of());
            cluster.initialise(programs);
            StoppableServer server = new StoppableServer(
                    folder,
                    programs,
                    new ServerAddress(freePort(), cluster.password().orElseThrow()));
            server.start();
            new ServerProbe(server.address).isServing();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        control("start", "--log=" + folder.log(), "--options=-p " + address.port());
    }

    /** @param mode PostgreSQL's: {@code fast}, or {@code immediate} as in a crash */
    public void stop(String mode) {
        control("stop", "--mode=" + mode);
    }

    public int port() {
        return address.port();
    }

    /** @param port the server's own, or that of something in between */
    public String url(int port) {
        return new ServerAddress(port, "").url(ServerAddress.DATABASE);
    }

    public String username() {
        return Cluster.USER;
    }

    public String password() {
        return address.password();
    }

    @Override
    public void close() {
        stop("immediate");
    }

    private void control(String action, String... options) {
        try {
            Command command = Command.of(
                    PrivilegeDrop.prefix(folder),
                    programs.resolve("bin/pg_ctl").toString(),
                    action,
                    "--silent",
                    "--wait",
                    "--pgdata=" + folder.data());
            Command.Outcome outcome = Command.of(command.line(), options).run();
            if (!outcome.succeeded()) {
                throw new IllegalStateException("pg_ctl %s: %s".formatted(action, outcome.output()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
