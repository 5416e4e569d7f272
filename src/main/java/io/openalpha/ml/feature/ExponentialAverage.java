package io.openalpha.ml.feature;

/** What is smoothed exponentially, begun at the first bar of the window. */
final class ExponentialAverage {

    private static final int FIRST = FeatureSet.LOOK_BACK - 1;

    private static final int WILDER = 14;

    private ExponentialAverage() {}

    /** @param line over the close, as is the histogram */
    record Macd(double line, double histogram) {}

    static Macd macd(Window window) {
        double fast = window.close(FIRST);
        double slow = fast;
        double signal = 0;
        for (int ago = FIRST - 1; ago >= 0; ago--) {
            fast += (window.close(ago) - fast) * 2 / (12 + 1);
            slow += (window.close(ago) - slow) * 2 / (26 + 1);
            signal += (fast - slow - signal) * 2 / (9 + 1);
        }
        double line = fast - slow;
        return new Macd(line / window.close(0), (line - signal) / window.close(0));
    }

    static double rsi(Window window) {
        double rise = 0;
        double fall = 0;
        for (int ago = FIRST - 1; ago >= 0; ago--) {
            double move = window.close(ago) - window.close(ago + 1);
            int weight = Math.min(FIRST - ago, WILDER);
            rise += (Math.max(move, 0) - rise) / weight;
            fall += (Math.max(-move, 0) - fall) / weight;
        }
        return Window.ratio(100 * rise, rise + fall, 50);
    }

    static double averageTrueRange(Window window) {
        double average = 0;
        for (int ago = FIRST - 1; ago >= 0; ago--) {
            average += (trueRange(window, ago) - average) / Math.min(FIRST - ago, WILDER);
        }
        return average / window.close(0);
    }

    private static double trueRange(Window window, int ago) {
        double before = window.close(ago + 1);
        return Math.max(window.high(ago), before) - Math.min(window.low(ago), before);
    }
}
