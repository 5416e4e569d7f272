package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Ruling;
import java.time.Instant;

/** A decision about a version as it was stored; it stays when the version is removed. */
public record ModelDecision(VersionName version, Ruling ruling, Instant at, Reason reason) {}
