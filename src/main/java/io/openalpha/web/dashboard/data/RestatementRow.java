package io.openalpha.web.dashboard.data;

import java.time.Instant;
import java.time.LocalDate;

/** A change of the past by a source. */
record RestatementRow(Instant at, LocalDate since, String reason) {}
