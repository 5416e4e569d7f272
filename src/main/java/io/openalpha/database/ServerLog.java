package io.openalpha.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file to which a server writes its log. PostgreSQL appends to it, so that it may be emptied at any time.
 *
 * @param file which need not exist
 */
record ServerLog(Path file) {

    private static final long LARGE = 10 * 1024 * 1024;

    /** Drops what earlier servers wrote. */
    void beginAnew() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Empties the log when it has grown beyond 10 MB. */
    void trim() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.newOutputStream(file).close();
        }
    }

    String text() throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
