package io.openalpha.simulator;

/** The way of the price through one session, minute by minute, from its open to its close by its high and its low. */
final class IntradayPath {

    private static final double JITTER = 0.04;

    private final Exchange exchange;
    private final Bar session;
    private final Noise noise;
    private final int minutes;
    private final int[] knots;
    private final double[] levels;

    IntradayPath(Exchange exchange, Bar session, Noise noise) {
        this.exchange = exchange;
        this.session = session;
        this.noise = noise;
        this.minutes = (int) exchange.session().toMinutes();
        int first = 1 + (int) (minutes * noise.between(0.02, 0.45, -1));
        int second = first + 1 + (int) (minutes * noise.between(0.05, 0.45, -2));
        boolean highFirst = noise.uniform(-3) < 0.5;
        this.knots = new int[] {0, first, second, minutes};
        this.levels = new double[] {
            session.open(),
            highFirst ? session.high() : session.low(),
            highFirst ? session.low() : session.high(),
            session.close()
        };
    }

    int minutes() {
        return minutes;
    }

    /** What happened between two minutes of the session. */
    Bar between(int from, int to) {
        double open = price(from);
        double high = open;
        double low = open;
        double close = open;
        for (int minute = from + 1; minute <= to; minute++) {
            close = price(minute);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        return new Bar(open, high, low, close, volumeBy(to) - volumeBy(from));
    }

    private double price(int minute) {
        int leg = minute <= knots[1] ? 0 : minute <= knots[2] ? 1 : 2;
        double share = (double) (minute - knots[leg]) / (knots[leg + 1] - knots[leg]);
        double level = levels[leg] + share * (levels[leg + 1] - levels[leg]);
        if (minute == knots[leg] || minute == knots[leg + 1]) {
            return level;
        }
        double jitter = JITTER * (session.high() - session.low()) * noise.gaussian(minute);
        double price = exchange.rounded(level + jitter);
        return Math.max(session.low(), Math.min(session.high(), price));
    }

    /** U-shaped: most is traded after the open and before the close. */
    private long volumeBy(int minute) {
        boolean edge = minute == 0 || minute == minutes;
        double share = (minute + (edge ? 0 : 0.5 * noise.uniform(minute + 4096L))) / minutes;
        double centred = 2 * share - 1;
        return Math.round(session.volume() * (0.5 * share + 0.25 * (centred * centred * centred + 1)));
    }
}
