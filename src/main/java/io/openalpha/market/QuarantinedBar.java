package io.openalpha.market;

/** A bar that cannot be believed, and why. */
public record QuarantinedBar(DailyBar bar, Defect defect) {}
