package io.openalpha.simulator;

/**
 * What a share stands for from a session on, compared with the first session.
 *
 * @param since number of the session
 * @param splits shares that one first share has become
 * @param kept what dividends left of a share's value: 1 before the first
 * @param restated factor of all restatements so far
 */
record Shares(int since, double splits, double kept, double restated) {

    static final Shares FIRST = new Shares(0, 1, 1, 1);

    Shares after(SimulatedAction action, double priceBefore) {
        int from = action.session();
        return switch (action.kind()) {
            case SPLIT -> new Shares(from, splits * action.ratio(), kept, restated);
            case DIVIDEND ->
                new Shares(from, splits, kept * (1 - Math.min(0.9, action.value() / priceBefore)), restated);
            default -> new Shares(from, splits, kept, restated * action.ratio());
        };
    }

    /** A price of this time, from a value that never split nor paid. */
    double price(double value) {
        return value * kept / splits;
    }
}
