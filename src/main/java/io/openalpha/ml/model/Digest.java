package io.openalpha.ml.model;

/**
 * What tells one file from another.
 *
 * @param sha256 in lower-case hexadecimal
 * @param bytes the length
 */
public record Digest(String sha256, long bytes) {}
