package io.openalpha.web.dashboard.data;

import java.time.Instant;
import java.time.LocalDate;

/** A bar that cannot be believed. */
record Quarantined(String symbol, LocalDate date, String reason, double close, String source, Instant seenAt) {}
