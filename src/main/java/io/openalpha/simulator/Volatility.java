package io.openalpha.simulator;

/** Turns even noise into returns whose size clusters: a wild day is followed by wild days (GARCH(1,1)). */
final class Volatility {

    private static final double SHOCK = 0.07;
    private static final double MEMORY = 0.91;

    private final double floor;
    private double variance;

    Volatility(double deviation) {
        this.variance = deviation * deviation;
        this.floor = variance * (1 - SHOCK - MEMORY);
    }

    double deviation() {
        return Math.sqrt(variance);
    }

    double next(double gaussian) {
        double move = deviation() * gaussian;
        variance = floor + SHOCK * move * move + MEMORY * variance;
        return move;
    }
}
