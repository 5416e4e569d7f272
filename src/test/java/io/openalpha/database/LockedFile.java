package io.openalpha.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A program that holds the lock of a file which says that it comes from far away, until its input ends. */
public final class LockedFile {

    private LockedFile() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Files.writeString(Path.of(arguments[0]), "far away");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.lock();
            System.out.println("locked");
            System.in.read();
        }
    }
}
