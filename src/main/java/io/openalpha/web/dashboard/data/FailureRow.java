package io.openalpha.web.dashboard.data;

import java.time.Instant;

/** A run that could not have a symbol. */
record FailureRow(String run, String job, String reason, String detail, Instant at) {}
