package io.openalpha.ml.evaluation;

import java.time.LocalDate;

/**
 * Metrics of a part of the days.
 *
 * @param name of the part, as "fold 2" or "2013"
 * @param first day it holds forecasts of
 * @param last day it holds forecasts of
 */
public record Slice(String name, LocalDate first, LocalDate last, Metrics metrics) {}
