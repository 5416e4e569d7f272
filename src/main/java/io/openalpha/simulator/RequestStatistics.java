package io.openalpha.simulator;

/** The statistics of both sources since the last reset. */
final class RequestStatistics {

    private volatile RequestCounts yahoo = new RequestCounts();
    private volatile RequestCounts alphaVantage = new RequestCounts();

    RequestCounts of(Source source) {
        return source == Source.YAHOO ? yahoo : alphaVantage;
    }

    SimulatorStats stats() {
        return new SimulatorStats(yahoo.stats(), alphaVantage.stats());
    }

    void reset() {
        yahoo = new RequestCounts();
        alphaVantage = new RequestCounts();
    }
}
