package io.openalpha.ml.feature;

import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;

/**
 * The last {@link FeatureSet#LOOK_BACK} bars of a symbol as seen from one of them. Every value is computed from these
 * bars alone, in the same order of operations, so it does not depend on the bars before.
 *
 * @param last index of the bar that the window ends with
 */
record Window(SymbolHistory history, int last) {

    /** The square of a move that is too small for any price. */
    private static final double ROUNDING = 1e-20;

    LocalDate date() {
        return LocalDate.ofEpochDay(history.day()[last]);
    }

    double open() {
        return history.open()[last];
    }

    double high(int ago) {
        return history.high()[last - ago];
    }

    double low(int ago) {
        return history.low()[last - ago];
    }

    double close(int ago) {
        return history.close()[last - ago];
    }

    double logReturn(int bars) {
        return Math.log(close(0) / close(bars));
    }

    double closeLocation() {
        double range = high(0) - low(0);
        return ratio(2 * close(0) - high(0) - low(0), range, 0);
    }

    double distanceToAverage(int bars) {
        double mean = pathMean(bars);
        return -mean / (1 + mean);
    }

    double bollingerPosition() {
        return ratio(-pathMean(20), 2 * Math.sqrt(variance(20, this::path)), 0);
    }

    double volatility(int bars) {
        return Math.sqrt(variance(bars, this::dayReturn) * bars / (bars - 1));
    }

    double dollarVolume(int bars) {
        return mean(bars, ago -> history.dollarVolume()[last - ago]);
    }

    double highest(int bars) {
        double highest = high(0);
        for (int ago = 1; ago < bars; ago++) {
            highest = Math.max(highest, high(ago));
        }
        return highest;
    }

    double lowest(int bars) {
        double lowest = low(0);
        for (int ago = 1; ago < bars; ago++) {
            lowest = Math.min(lowest, low(ago));
        }
        return lowest;
    }

    /** A close seen from today's: exactly 0 where the price did not move, whatever the price. */
    private double path(int ago) {
        return close(ago) / close(0) - 1;
    }

    private double pathMean(int bars) {
        return mean(bars, this::path);
    }

    private double dayReturn(int ago) {
        return history.dayReturn()[last - ago];
    }

    private static double mean(int bars, IntToDoubleFunction value) {
        double sum = 0;
        for (int ago = 0; ago < bars; ago++) {
            sum += value.applyAsDouble(ago);
        }
        return sum / bars;
    }

    /** Divided by n. What is left by rounding where all values are equal counts as 0. */
    private static double variance(int bars, IntToDoubleFunction value) {
        double mean = mean(bars, value);
        double variance = mean(bars, ago -> (value.applyAsDouble(ago) - mean) * (value.applyAsDouble(ago) - mean));
        return variance < ROUNDING ? 0 : variance;
    }

    /** A ratio, or what stands for it where there is nothing to divide by. */
    static double ratio(double over, double under, double otherwise) {
        return under > 0 ? over / under : otherwise;
    }
}
