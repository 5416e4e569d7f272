package io.openalpha.simulator;

/**
 * An instrument's value from its first session on, as if it never split nor paid: what corporate actions are then
 * taken from. A longer path begins with every shorter one.
 */
final class PricePath {

    private static final double YEARLY_DRIFT = 0.05;
    private static final double LARGEST_MOVE = 0.3;

    private final float[] values;
    private final float[] deviations;

    PricePath(SimulatedInstrument instrument, TradingCalendar calendar, MarketFactors factors, int sessions) {
        this.values = new float[sessions];
        this.deviations = new float[sessions];
        Volatility volatility = new Volatility(instrument.deviation());
        Noise noise = instrument.noise().named("path");
        double own = instrument.dividendYield() + YEARLY_DRIFT;
        double value = instrument.start();
        for (int session = 0; session < sessions; session++) {
            long day = calendar.day(session);
            deviations[session] = (float) volatility.deviation();
            double shared = instrument.beta() * (factors.market(day) + factors.sector(instrument.sector(), day));
            double drift = own / 252
                    + pull(value / instrument.start())
                    + 0.5 * instrument.deviation() * instrument.deviation();
            double move = drift + shared + volatility.next(noise.gaussian(day));
            value *= 1 + Math.max(-LARGEST_MOVE, Math.min(LARGEST_MOVE, move));
            values[session] = (float) value;
        }
    }

    /** Keeps a walk of decades within what a listed company could be worth. */
    private static double pull(double grown) {
        if (grown < 0.1) {
            return 0.002;
        }
        return grown > 40 ? -0.002 : 0;
    }

    int sessions() {
        return values.length;
    }

    double value(int session) {
        return values[session];
    }

    double previous(int session) {
        return values[Math.max(0, session - 1)];
    }

    /** The usual size of the instrument's own move at that time, as a share of its value. */
    double deviation(int session) {
        return deviations[session];
    }
}
