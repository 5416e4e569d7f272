package io.openalpha.source.activity;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests by how long they took.
 *
 * @param counts a number for each of the {@link #BOUNDS}, of those above the bound before and not above this one; and
 *     at the end the number of those above all bounds
 */
public record Latencies(List<Long> counts) {

    /** In seconds. Stored counts lose their meaning when these change: a migration must go with it. */
    public static final List<Double> BOUNDS = List.of(
            0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 7.5, 10.0,
            15.0, 30.0);

    /** No requests. */
    public static final Latencies NONE = new Latencies(Collections.nCopies(BOUNDS.size() + 1, 0L));

    /** @throws IllegalArgumentException if there is not a count for each bound, and one more */
    public Latencies {
        if (counts.size() != BOUNDS.size() + 1) {
            throw new IllegalArgumentException(
                    "%s counts of latencies are not the %s expected".formatted(counts.size(), BOUNDS.size() + 1));
        }
        counts = List.copyOf(counts);
    }

    /** The place of a request among the counts. */
    static int bucket(double seconds) {
        int place = Collections.binarySearch(BOUNDS, seconds);
        return place >= 0 ? place : -place - 1;
    }

    /** These and others. */
    public Latencies plus(Latencies others) {
        return new Latencies(IntStream.range(0, counts.size())
                .mapToObj(bucket -> counts.get(bucket) + others.counts.get(bucket))
                .toList());
    }

    /** How many there are in all. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The time within which a share of the requests ended, estimated from the bounds around it; the last bound if it
     * lies above them all, null if there are no requests.
     *
     * @param share above 0, at most 1
     */
    public @Nullable Duration quantile(double share) {
        double rank = share * total();
        long below = 0;
        for (int bucket = 0; rank > 0 && bucket < BOUNDS.size(); bucket++) {
            long count = counts.get(bucket);
            if (below + count >= rank) {
                double from = bucket == 0 ? 0 : BOUNDS.get(bucket - 1);
                double within = (rank - below) / count * (BOUNDS.get(bucket) - from);
                return seconds(from + within);
            }
            below += count;
        }
        return rank > 0 ? seconds(BOUNDS.get(BOUNDS.size() - 1)) : null;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
