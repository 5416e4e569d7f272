package io.openalpha.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bodies that the real services sent, which are kept outside of the repository. */
public final class Recorded {

    private static final Path FOLDER = Path.of(System.getProperty("openalpha.shared", "../shared"), "recorded");

    private Recorded() {}

    /** The body in a file below the folder; the test is skipped if there is none. */
    public static byte[] body(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> path + " is absent");
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
