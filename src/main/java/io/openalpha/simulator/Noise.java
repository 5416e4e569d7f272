package io.openalpha.simulator;

/**
 * Random numbers by position instead of by order of asking: the same seed and position give the same number.
 *
 * <p>That makes every price and every fault independent of the order in which requests arrive.
 */
record Noise(long seed) {

    /** An independent stream. */
    Noise named(String name) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Noise(mixed(hash));
    }

    /** Evenly spread over 0 (inclusive) to 1 (exclusive). */
    double uniform(long position) {
        return (bits(position) >>> 11) * 0x1p-53;
    }

    /** Evenly spread over the given bounds. */
    double between(double low, double high, long position) {
        return low + (high - low) * uniform(position);
    }

    /** Close to normal with mean 0 and deviation 1, never beyond 3.5: the sum of four 16-bit uniforms. */
    double gaussian(long position) {
        long bits = bits(position);
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum / 65536.0 - 2) * 1.7320508;
    }

    private long bits(long position) {
        return mixed(seed + (position + 1) * 0x9e3779b97f4a7c15L);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
