package io.openalpha.run;

import java.time.Instant;

/** Something that the process of a run said of itself. */
record RunLogLine(Instant at, String level, String message) {}
