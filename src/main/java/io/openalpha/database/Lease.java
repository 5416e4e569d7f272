package io.openalpha.database;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file that says "this process uses the server", true as long as it is locked, or the process can be seen to live. A
 * process that dies in any way loses the lock; its file is removed by the next process that looks. Taken, given back
 * and counted under {@link FolderLock}.
 */
final class Lease {

    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Lease take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(ownPrefix() + UUID.randomUUID());
        Files.writeString(file, HostIdentity.ofThisProcess(), CREATE_NEW);
        FileChannel channel = FileChannel.open(file, WRITE);
        try {
            channel.lock();
            return new Lease(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void giveBack() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }

    /** Whether any process holds a lease in that folder. */
    static boolean anyAlive(Path folder) throws IOException {
        return !alive(folder).isEmpty();
    }

    /** Whether a process holds a lease in that folder whose server this process could neither see nor reach. */
    static boolean anyAliveElsewhere(Path folder) throws IOException {
        String here = HostIdentity.ofThisProcess();
        for (Path file : alive(folder)) {
            if (!isOwn(file) && !Files.readString(file).equals(here)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> alive(Path folder) throws IOException {
        List<Path> alive = new ArrayList<>();
        for (Path file : files(folder)) {
            if (isAlive(file)) {
                alive.add(file);
            } else {
                Files.delete(file);
            }
        }
        return alive;
    }

    private static boolean isAlive(Path file) throws IOException {
        if (isOwn(file) || isOfVisibleProcess(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        }
    }

    /** A process may lose its lock while it lives: to any other code in it that opens the file and closes it again. */
    private static boolean isOfVisibleProcess(Path file) throws IOException {
        if (!Files.readString(file).equals(HostIdentity.ofThisProcess())) {
            return false;
        }
        String name = file.getFileName().toString();
        return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
                .filter(process -> process.info().command().isPresent() && name.startsWith(prefix(process)))
                .isPresent();
    }

    /** A lease of this very process is never to be opened: closing it again would drop the lock that holds it. */
    private static boolean isOwn(Path file) {
        return file.getFileName().toString().startsWith(ownPrefix());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String ownPrefix() {
        return prefix(ProcessHandle.current());
    }

    /** Process ids return, above all in containers; together with the time of their start they do not. */
    private static String prefix(ProcessHandle process) {
        long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return "%s-%s-".formatted(process.pid(), started);
    }
}
