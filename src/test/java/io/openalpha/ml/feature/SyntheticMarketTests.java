package io.openalpha.ml.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SyntheticMarketTests {

    @Test
    void theOneDayReturnForecastsAsWellAsTheTheorySays() {
        for (double strength : new double[] {0.1, 0.4, -0.2}) {
            SyntheticMarket market = new SyntheticMarket(7, 100, 400, strength);
            Dataset dataset = market.dataset(LabelSettings.DEFAULT);
            double auc = auc(dataset, 0);
            assertThat(strength > 0 ? auc : 1 - auc).isCloseTo(market.theoreticalAuc(), within(0.01));
        }
    }

    @Test
    void withoutASignalNothingForecasts() {
        Dataset dataset = SyntheticMarket.withoutSignal(7, 100, 400).dataset(LabelSettings.DEFAULT);
        assertThat(auc(dataset, 0)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void labelsShiftedByOneDayHideTheSignal() {
        SyntheticMarket market = new SyntheticMarket(7, 100, 400, 0.2);
        Dataset dataset = market.dataset(LabelSettings.DEFAULT);
        assertThat(auc(dataset, 0)).isGreaterThan(0.58);
        assertThat(auc(dataset, 100)).isLessThan(0.53);
    }

    /** Of the ranked one-day return, with labels shifted by so many rows; a day has as many rows as symbols. */
    private static double auc(Dataset dataset, int shift) {
        int width = dataset.features().size();
        long[][] counts = new long[2][101];
        for (int row = 0; row + shift < dataset.rows(); row++) {
            byte label = dataset.labels()[row + shift];
            if (label != Dataset.LABEL_UNKNOWN) {
                counts[label][Math.round((dataset.values()[row * width] + 0.5f) * 100)]++;
            }
        }
        double pairs = 0;
        double right = 0;
        long below = 0;
        for (int bin = 0; bin <= 100; bin++) {
            right += counts[1][bin] * (below + counts[0][bin] / 2.0);
            below += counts[0][bin];
            pairs += counts[1][bin];
        }
        return right / (pairs * below);
    }
}
