package io.openalpha.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The data folder of OpenAlpha and what an embedded server keeps in it.
 *
 * @param root absolute and free of symbolic links, so that every process knows it by the same name
 */
record ServerFolder(Path root) {

    /** PostgreSQL's tools hand paths to a shell between double quotes. */
    private static final Pattern TROUBLE_IN_A_SHELL = Pattern.compile("[\"$`\\\\\\n]");

    /** The folder, made if it is missing. */
    static ServerFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (TROUBLE_IN_A_SHELL.matcher(absolute.toString()).find()) {
            throw DatabaseUnavailableException.misconfigured(
                    ("The data folder '%s' has one of the characters \" $ ` \\ in its path: set"
                                    + " OPENALPHA_DATA_DIR to another folder.")
                            .formatted(absolute));
        }
        try {
            Files.createDirectories(absolute);
            return new ServerFolder(absolute.toRealPath());
        } catch (IOException e) {
            throw unusable(absolute, e);
        }
    }

    Path data() {
        return root.resolve("postgres");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path leases() {
        return root.resolve("postgres.leases");
    }

    Path lock() {
        return root.resolve("postgres.lock");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** The error for a folder in which files cannot be made, read or removed. */
    DatabaseUnavailableException unusable(IOException cause) {
        return unusable(root, cause);
    }

    private static DatabaseUnavailableException unusable(Path path, IOException cause) {
        return DatabaseUnavailableException.misconfigured(
                "The data folder '%s' cannot be used (%s): set OPENALPHA_DATA_DIR to a folder that can be written."
                        .formatted(path, FileProblems.describe(cause)));
    }
}
