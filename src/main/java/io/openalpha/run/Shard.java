package io.openalpha.run;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a run that one of several processes takes: the items whose hash falls on it. The hash is the first four
 * bytes of SHA-256 and never changes; function {@code symbol_hash} of the database is the same.
 *
 * @param index which part, from 0
 * @param count how many there are; 1 for a run that is not divided
 */
public record Shard(int index, int count) {

    /** All of a run that is not divided. */
    public static final Shard WHOLE = new Shard(0, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** @throws IllegalArgumentException if there is no such shard */
    public Shard {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "there is no shard %s of %s: they are numbered from 0 to one less than their number"
                            .formatted(index, count));
        }
    }

    /**
     * Reads {@code 2/8}, the third of eight.
     *
     * @throws IllegalArgumentException if there is no such shard
     */
    public static Shard of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("shard '%s' is not like 0/4, the first of four".formatted(text));
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether the run is not divided. */
    public boolean isWhole() {
        return count == 1;
    }

    /** Whether an item of this name is in this part; of all parts of a run exactly one takes it. */
    public boolean takes(String name) {
        return isWhole() || hash(name) % count == index;
    }

    private static long hash(String name) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(Sha256.of(name)).getInt());
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
