package io.openalpha.ml.evaluation;

/**
 * One condition of promotion, for display.
 *
 * @param required what must hold, with its number
 * @param measured what was found, with its number
 */
public record Check(String name, String required, String measured, boolean passed) {}
