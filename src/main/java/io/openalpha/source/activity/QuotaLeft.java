package io.openalpha.source.activity;

import java.time.Instant;

/**
 * What a source's quota of a day still allows.
 *
 * @param limit calls a day
 * @param left those that are left, at least 0
 * @param until when there are all of them again
 */
public record QuotaLeft(int limit, long left, Instant until) {}
