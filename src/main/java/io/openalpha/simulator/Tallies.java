package io.openalpha.simulator;

/** The tallies of both sources since the last reset. */
final class Tallies {

    private volatile Tally yahoo = new Tally();
    private volatile Tally alphaVantage = new Tally();

    Tally of(Source source) {
        return source == Source.YAHOO ? yahoo : alphaVantage;
    }

    SimulatorStats stats() {
        return new SimulatorStats(yahoo.stats(), alphaVantage.stats());
    }

    void reset() {
        yahoo = new Tally();
        alphaVantage = new Tally();
    }
}
