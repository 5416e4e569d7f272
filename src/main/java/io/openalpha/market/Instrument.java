package io.openalpha.market;

import org.jspecify.annotations.Nullable;

/**
 * What a symbol names, as far as OpenAlpha knows.
 *
 * @param symbol the name
 * @param title the company's or fund's name, or null when unknown
 * @param sector the GICS sector, or null when unknown
 * @param exchange the exchange as the source names it, or null until a source says it
 * @param currency the currency of its quotes, or null until a source says it
 * @param enabled whether the hourly collection includes it
 * @param notFoundStreak days in a row on which no source knew it
 */
public record Instrument(
        Symbol symbol,
        @Nullable String title,
        @Nullable String sector,
        @Nullable String exchange,
        @Nullable String currency,
        boolean enabled,
        int notFoundStreak) {

    /** Characters of a name or a sector. */
    public static final int LONGEST_NAME = 300;

    /** An enabled instrument of which no more is known than what a list of symbols says. */
    public static Instrument listed(Symbol symbol, @Nullable String title, @Nullable String sector) {
        return new Instrument(symbol, title, sector, null, null, true, 0);
    }

    /** An instrument outside the universe: collected only when named. */
    public static Instrument known(Symbol symbol) {
        return new Instrument(symbol, null, null, null, null, false, 0);
    }
}
