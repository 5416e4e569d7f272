package io.openalpha.simulator;

import java.util.Map;

/**
 * What callers have done since the start or the last reset, in real time.
 *
 * @param yahoo towards Yahoo Finance
 * @param alphaVantage towards Alpha Vantage
 */
public record SimulatorStats(SourceStats yahoo, SourceStats alphaVantage) {

    /**
     * What callers have done towards one service.
     *
     * @param requests all
     * @param outcomes requests by what they met: {@code ok}, {@code not-found}, {@code 5xx}, {@code 429}, …
     * @param symbols requests by symbol, as the caller spelt it
     * @param inFlight requests waiting for their answer now
     * @param maxInFlight the most that waited at once
     * @param maxPerSecond the most that came within any second
     * @param maxPerMinute the most that came within any minute
     * @param maxPerDay the most that came within any 24 hours
     */
    public record SourceStats(
            long requests,
            Map<String, Long> outcomes,
            Map<String, Long> symbols,
            int inFlight,
            int maxInFlight,
            long maxPerSecond,
            long maxPerMinute,
            long maxPerDay) {}
}
