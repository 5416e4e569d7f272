package io.openalpha.simulator;

/** Whole sessions of one instrument: as they were traded, and as they look through the actions that followed. */
final class PriceHistory {

    private final SimulatedInstrument instrument;
    private final PricePath path;
    private final CorporateActions actions;
    private final Noise noise;

    PriceHistory(SimulatedInstrument instrument, PricePath path, CorporateActions actions) {
        this.instrument = instrument;
        this.path = path;
        this.actions = actions;
        this.noise = instrument.noise().named("bars");
    }

    CorporateActions actions() {
        return actions;
    }

    /** In the shares of its own day. */
    Bar traded(int session) {
        Shares shares = actions.at(session);
        double before = path.previous(session);
        double value = path.value(session);
        double deviation = path.deviation(session);
        double move = value / before - 1;
        double open = before * (1 + 0.4 * move + 0.3 * deviation * noise.gaussian(position(session, 0)));
        double high = Math.max(open, value) * (1 + reach(deviation, session, 1));
        double low = Math.min(open, value) * (1 - reach(deviation, session, 2));
        double close = shares.price(value);
        return new Bar(
                rounded(shares.price(open)),
                rounded(shares.price(high)),
                rounded(shares.price(low)),
                rounded(close),
                volume(session, Math.abs(move) / deviation, close));
    }

    /** A bar of a session in the shares of today. */
    Bar splitAdjusted(int session, Bar traded) {
        Shares then = actions.at(session);
        double splits = actions.latest().splits() / then.splits();
        double restated = actions.latest().restated() / then.restated();
        return traded.scaled(restated / splits, splits);
    }

    /** The share of a split-adjusted price that is left when the dividends after the session are taken off. */
    double dividendFactor(int session) {
        return actions.latest().kept() / actions.at(session).kept();
    }

    private double reach(double deviation, int session, int number) {
        return Math.min(0.5, 0.6 * deviation * Math.abs(noise.gaussian(position(session, number))));
    }

    private long volume(int session, double surprise, double close) {
        double activity = Math.exp(0.35 * noise.gaussian(position(session, 3))) * (1 + 0.4 * Math.min(5, surprise));
        return Math.round(instrument.turnover() * activity / close);
    }

    private static long position(int session, int number) {
        return session * 4L + number;
    }

    private double rounded(double price) {
        return instrument.exchange().rounded(price);
    }
}
