package io.openalpha.ml.feature;

import io.openalpha.run.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 of texts and numbers, the numbers as their bytes, big end first. */
final class Fingerprint {

    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** A text, set off from what follows it. */
    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }

    void add(byte[] bytes) {
        digest.update(bytes);
    }

    void add(int[] numbers) {
        for (int number : numbers) {
            put(number);
        }
        flush();
    }

    void add(float[] numbers) {
        for (float number : numbers) {
            put(Float.floatToIntBits(number));
        }
        flush();
    }

    private void put(int bits) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putInt(bits);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    /** In hexadecimal digits, 64 of them. */
    String hex() {
        return Sha256.hex(digest.digest());
    }
}
