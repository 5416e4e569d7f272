package io.openalpha.ml.feature;

import java.util.List;

/** Fills in the features, row by row. */
final class Matrix {

    /** Nine decimals: what is equal on paper is equal here, and ties within a day are ties. */
    private static final double STEPS = 1e9;

    private final TradingDays days;
    private final List<MarketDay> market;
    private final Layout layout;
    private final float[] values;

    Matrix(TradingDays days, List<MarketDay> market, Layout layout) {
        this.days = days;
        this.market = market;
        this.layout = layout;
        this.values = new float[Math.multiplyExact(layout.rows(), FeatureSet.width())];
    }

    float[] values() {
        return values;
    }

    /** Fills in the rows of a symbol. No two symbols share a row, so that they may be filled in at the same time. */
    void fill(int symbol, SymbolHistory history) {
        int[] rows = layout.rowOfBar()[symbol];
        for (int bar = 0; bar < rows.length; bar++) {
            if (rows[bar] != Layout.NO_ROW) {
                fill(rows[bar], new Window(history, bar), market.get(days.of(history, bar)));
            }
        }
    }

    private void fill(int row, Window window, MarketDay day) {
        int at = row * FeatureSet.width();
        for (Feature feature : FeatureSet.features()) {
            values[at++] = finite(feature, window, feature.of(window, day));
        }
    }

    private static float finite(Feature feature, Window window, double value) {
        float rounded = (float) (Math.rint(value * STEPS) / STEPS);
        if (Float.isFinite(rounded)) {
            return rounded;
        }
        throw new IllegalArgumentException(
                "%s: %s of %s is %s, which no model can learn from; look at its bars of that time"
                        .formatted(window.history().symbol(), feature.label(), window.date(), value));
    }
}
