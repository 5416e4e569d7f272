package io.openalpha.simulator;

/**
 * Something that happened to an instrument's shares before a session opened.
 *
 * @param session number of the first session after it
 * @param kind SPLIT, DIVIDEND or RESTATE
 * @param value of a split the new shares, of a dividend the amount a share, of a restatement the factor
 * @param per of a split the old shares, otherwise 1
 */
record SimulatedAction(int session, MarketEvent.Kind kind, double value, double per) {

    double ratio() {
        return value / per;
    }
}
