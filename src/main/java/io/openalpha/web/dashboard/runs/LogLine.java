package io.openalpha.web.dashboard.runs;

import java.time.Instant;

/** A line of the log of a run. */
record LogLine(Instant at, String level, String message) {}
