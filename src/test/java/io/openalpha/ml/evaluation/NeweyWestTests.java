package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Example;

class NeweyWestTests {

    @Example
    void isAsWorkedOutByHand() {
        // mean 3; from it -2, 0, 2, 1, -1. g0 = (4+0+4+1+1)/5 = 2, g1 = (0+0+2-1)/5 = 0.2, g2 = (-4+0-2)/5 = -1.2
        // rule: floor(4 * 0.05^(2/9)) = floor(2.055) = 2; se² = (2 + 2 (2/3) 0.2 + 2 (1/3) (-1.2)) / 5 = 0.293333
        NeweyWest series = NeweyWest.of(new double[] {1, 3, 5, 4, 2}, 1);
        assertThat(series.lag()).isEqualTo(2);
        assertThat(series.mean()).isEqualTo(3);
        assertThat(series.deviation()).isCloseTo(Math.sqrt(10 / 4.0), within(1e-12));
        assertThat(series.standardError()).isCloseTo(Math.sqrt(0.293333), within(1e-6));
        assertThat(series.t()).isCloseTo(3 / Math.sqrt(0.293333), within(1e-5));
    }

    @Example
    void lagsGrowWithTheDaysAndCoverTheOverlapOfReturns() {
        assertThat(NeweyWest.of(new double[1900], 1).lag()).isEqualTo(7); // 4 * 19^(2/9) = 7.69
        assertThat(NeweyWest.of(new double[1900], 21).lag()).isEqualTo(20);
        assertThat(NeweyWest.of(new double[3], 21).lag()).isEqualTo(2);
    }

    @Example
    void aConstantSeriesHasNoT() {
        assertThat(NeweyWest.of(new double[] {0, 0, 0}, 1).t()).isNull();
        assertThat(NeweyWest.of(new double[] {0, 0, 0}, 1).informationRatio()).isNull();
        assertThat(NeweyWest.of(new double[] {0.5}, 1).t()).isNull();
    }

    @Example
    void allowsForDaysThatResembleTheirNeighbours() {
        double[] series = new double[5000];
        SplittableRandom random = new SplittableRandom(7);
        for (int t = 1; t < series.length; t++) {
            series[t] = 0.5 * series[t - 1] + random.nextDouble() - 0.5;
        }
        NeweyWest found = NeweyWest.of(series, 1);
        double ifIndependent = found.deviation() / Math.sqrt(series.length);
        // for an autoregression of 0.5 the true ratio is sqrt((1 + 0.5) / (1 - 0.5)) = 1.73; few lags see most of it
        assertThat(found.standardError() / ifIndependent).isBetween(1.5, 1.8);
    }
}
