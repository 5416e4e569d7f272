package io.openalpha.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to start or stop the server of a folder: one thread of one process has it at a time. The kernel takes it
 * back from a process that dies.
 */
final class FolderLock {

    /** Longer than the longest start or stop. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** File locks belong to the process as a whole, so its threads have to agree among themselves. */
    private static final Lock AMONG_THREADS = new ReentrantLock();

    private FolderLock() {}

    static <T> T whileHolding(ServerFolder folder, Action<T> action) throws IOException {
        AMONG_THREADS.lock();
        try (FileChannel channel = FileChannel.open(folder.lock(), CREATE, WRITE)) {
            if (!Waiting.until(PATIENCE, () -> channel.tryLock() != null)) {
                throw DatabaseUnavailableException.unreachable(
                        "Another OpenAlpha process has been starting or stopping the database in '%s' for %s minutes."
                                .formatted(folder.root(), PATIENCE.toMinutes()));
            }
            return action.run();
        } finally {
            AMONG_THREADS.unlock();
        }
    }

    interface Action<T> {
        T run() throws IOException;
    }
}
