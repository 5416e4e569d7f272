package io.openalpha.market;

import java.util.List;

/**
 * Bars after the checks.
 *
 * @param good one a date, in the order of dates
 * @param bad the others
 */
public record CheckedBars(List<DailyBar> good, List<QuarantinedBar> bad) {}
