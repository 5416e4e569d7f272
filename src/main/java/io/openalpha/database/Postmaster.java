package io.openalpha.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a data directory's {@code postmaster.pid} says of its server, which may be long dead.
 *
 * @param data the data directory
 * @param pid the server's process id, perhaps another process' by now
 * @param port where it listens on 127.0.0.1
 */
record Postmaster(Path data, long pid, int port) {

    private static final int LINES_UP_TO_THE_PORT = 4;

    /** Empty when there is no such file, or none that its server finished writing. */
    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(data), StandardCharsets.ISO_8859_1);
            if (lines.size() < LINES_UP_TO_THE_PORT) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(data, Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(3))));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes a file that would keep PostgreSQL from starting: one that is incomplete, or whose process id now belongs
     * to another program. A dead id is left to PostgreSQL, which then also looks for children that outlived their
     * server.
     */
    static void removeMisleadingFile(Path data) throws IOException {
        Optional<Postmaster> written = of(data);
        if (written.isEmpty()
                || (written.get().process().isPresent() && !written.get().isAlive())) {
            Files.deleteIfExists(file(data));
        }
    }

    /** Whether the process of that id is a server of this data directory, and not one that got the id later. */
    boolean isAlive() {
        return process().filter(this::servesThisData).isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean servesThisData(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .orElse(false);
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
