package io.openalpha.market;

/**
 * An answer that contradicts itself or what is stored, where nothing shows which side is right.
 *
 * @param rule that it broke, as tables have it
 * @param stored what is stored, in words
 * @param answered what the source says, in words
 */
public record Conflict(String rule, String stored, String answered) {

    @Override
    public String toString() {
        return "%s: stored are %s, the source has %s".formatted(rule, stored, answered);
    }
}
