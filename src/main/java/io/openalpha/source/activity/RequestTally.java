package io.openalpha.source.activity;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** Counts requests of one source that ended in one way; by many threads at once, and without locks. */
final class RequestTally {

    private static final double NANOS = 1e9;

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicLongArray latency = new AtomicLongArray(Latencies.BOUNDS.size() + 1);

    void count(long took, boolean again) {
        requests.increment();
        nanos.add(took);
        latency.incrementAndGet(Latencies.bucket(took / NANOS));
        if (again) {
            retries.increment();
        }
    }

    /** What was counted since the last time, which then counts as given. */
    Counts take() {
        return new Counts(
                requests.sumThenReset(),
                retries.sumThenReset(),
                nanos.sumThenReset() / NANOS,
                new Latencies(LongStream.range(0, latency.length())
                        .mapToObj(bucket -> latency.getAndSet((int) bucket, 0))
                        .toList()));
    }

    /** Counts again what was taken and could not be stored. */
    void giveBack(Counts taken) {
        requests.add(taken.requests());
        retries.add(taken.retries());
        nanos.add(Math.round(taken.seconds() * NANOS));
        for (int bucket = 0; bucket < latency.length(); bucket++) {
            latency.addAndGet(bucket, taken.latencies().counts().get(bucket));
        }
    }
}
