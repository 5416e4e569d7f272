package io.openalpha.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the hash used throughout. */
public final class Sha256 {

    private Sha256() {}

    /** A new computation, of nothing yet. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The 32 bytes of the hash of a text, as UTF-8. */
    public static byte[] of(String text) {
        return start().digest(text.getBytes(UTF_8));
    }

    /** 64 lower-case digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
