package io.openalpha.simulator;

/** What happened in a stretch of time, in the exchange's own currency. */
record Bar(double open, double high, double low, double close, long volume) {

    /** The same in other shares: prices times a factor, volume times another. */
    Bar scaled(double prices, double volumes) {
        return new Bar(open * prices, high * prices, low * prices, close * prices, Math.round(volume * volumes));
    }

    /** This stretch of time and the next one as one. */
    Bar and(Bar next) {
        return new Bar(open, Math.max(high, next.high), Math.min(low, next.low), next.close, volume + next.volume);
    }
}
