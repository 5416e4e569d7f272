package io.openalpha.market;

import java.time.Instant;

/**
 * A bar as it is stored.
 *
 * @param source name of the source that gave it
 * @param fetchedAt when OpenAlpha asked
 */
public record StoredBar(Symbol symbol, DailyBar bar, String source, Instant fetchedAt) {}
