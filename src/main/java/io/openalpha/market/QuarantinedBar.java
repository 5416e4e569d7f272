package io.openalpha.market;

/** An implausible bar, and why it is. */
public record QuarantinedBar(DailyBar bar, Defect defect) {}
