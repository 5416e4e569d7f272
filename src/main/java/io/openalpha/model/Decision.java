package io.openalpha.model;

import java.time.Instant;

/** A decision about a version as it was stored; it stays when the version is removed. */
public record Decision(VersionName version, Outcome outcome, Instant at, Reason reason) {}
