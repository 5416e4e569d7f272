package io.openalpha.ml.model;

import java.time.LocalDate;

/**
 * The rows that a model learned from.
 *
 * @param first the earliest trading day
 * @param last the latest trading day
 * @param rows one a symbol and day
 * @param symbols how many
 * @param sha256 of data, features and the settings of the label, in hexadecimal
 */
public record TrainingData(LocalDate first, LocalDate last, long rows, int symbols, String sha256) {}
