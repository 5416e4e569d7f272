package io.openalpha.web.dashboard.data;

import java.time.Instant;
import java.time.LocalDate;

/** An implausible bar. */
record Quarantined(String symbol, LocalDate date, String reason, double close, String source, Instant seenAt) {}
