package io.openalpha.ml.model;

import io.openalpha.run.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A temporary file whose digest was taken while it was written; gone when closed. */
record HashedFile(Path path, Digest digest) implements AutoCloseable {

    static HashedFile of(Content content) throws IOException {
        Path path = Files.createTempFile("openalpha-model", ".pb");
        try {
            MessageDigest sha256 = Sha256.start();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), sha256)) {
                content.writeTo(out);
            }
            return new HashedFile(path, new Digest(Sha256.hex(sha256.digest()), Files.size(path)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Something that can be written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
