package io.openalpha.market;

/**
 * An answer that contradicts itself or what is stored, where nothing shows which side is right.
 *
 * @param rule that it broke, as tables have it
 * @param stored what is stored, in words
 * @param answered what the source says, in words
 */
public record Conflict(String rule, String stored, String answered) {

    /**
     * The conflict in one sentence.
     *
     * @param other who contradicts what is stored, such as {@code the source}
     */
    public String with(String other) {
        return "%s: stored are %s, %s has %s".formatted(rule, stored, other, answered);
    }

    @Override
    public String toString() {
        return with("the source");
    }
}
