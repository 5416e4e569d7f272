package io.openalpha.ops.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What processes leave in a folder: {@code <task>.log}, all that they print, and {@code <task>.exit}, their exit code.
 *
 * @param folder made when it is needed
 */
record TaskFiles(Path folder) {

    private static final int TAIL_BYTES = 4_096;
    private static final int LONGEST_LINE = 400;

    TaskFiles {
        folder = folder.toAbsolutePath();
    }

    Path exitCode(TaskId task) {
        return folder.resolve(task + ".exit");
    }

    Path log(TaskId task) {
        return folder.resolve(task + ".log");
    }

    /** The file for what a process prints, in a folder that is there. */
    Path prepareLog(TaskId task) throws IOException {
        Files.createDirectories(folder);
        return log(task);
    }

    /** Empty while there is none. */
    OptionalInt readExitCode(TaskId task) {
        try {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(exitCode(task)).strip()));
        } catch (NoSuchFileException e) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that a process printed. */
    Optional<String> lastLine(TaskId task) {
        try {
            return tail(log(task))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((earlier, later) -> later)
                    .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String tail(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return UTF_8.decode(bytes.flip()).toString();
        }
    }
}
