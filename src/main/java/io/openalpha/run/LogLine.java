package io.openalpha.run;

import java.time.Instant;

/** A line that the process of a run logged. */
public record LogLine(Instant at, String level, String message) {}
