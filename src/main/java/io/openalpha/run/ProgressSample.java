package io.openalpha.run;

import java.time.Instant;

/** How many items a step, in all shards together, had committed at a time. */
public record ProgressSample(String step, Instant at, long items) {}
