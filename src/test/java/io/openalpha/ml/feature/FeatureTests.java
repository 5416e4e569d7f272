package io.openalpha.ml.feature;

import static io.openalpha.ml.feature.Feature.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.openalpha.market.DailyBar;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTests {

    /** 95 days at 100 and then five that move; 1000 shares a day at first. */
    private final Bars bars = Bars.flat(95, 100, 1000)
            .add(100, 104, 100, 102, 1000)
            .add(101, 101, 99, 100, 2000)
            .add(100, 105, 100, 104, 1000)
            .add(105, 110, 104, 110, 3000)
            .add(108, 112, 106, 111, 5000);

    @Test
    void returnsReachBackAsFarAsTheirNameSays() {
        expect(LOG_RETURN_1, Math.log(111 / 110.0));
        expect(LOG_RETURN_2, Math.log(111 / 104.0));
        expect(LOG_RETURN_3, Math.log(111 / 100.0));
        expect(LOG_RETURN_5, Math.log(111 / 100.0));
        Bars rising = Bars.flat(1, 1, 1);
        IntStream.rangeClosed(2, 100).forEach(day -> rising.add(day, day, day, day, 1));
        assertThat(rising.value(LOG_RETURN_5)).isEqualTo(Math.log(100 / 95.0));
        assertThat(rising.value(LOG_RETURN_10)).isEqualTo(Math.log(100 / 90.0));
        assertThat(rising.value(LOG_RETURN_20)).isEqualTo(Math.log(100 / 80.0));
        assertThat(rising.value(LOG_RETURN_60)).isEqualTo(Math.log(100 / 40.0));
    }

    @Test
    void theShapeOfTheDayIsThatOfTheLastBar() {
        expect(OVERNIGHT_GAP, Math.log(108 / 110.0));
        expect(INTRADAY_RETURN, Math.log(111 / 108.0));
        expect(HIGH_LOW_RANGE, Math.log(112 / 106.0));
        expect(CLOSE_LOCATION, ((111 - 106) - (112 - 111)) / 6.0);
    }

    @Test
    void distancesToAveragesAreRelative() {
        expect(SMA_DISTANCE_5, 111 / ((102 + 100 + 104 + 110 + 111) / 5.0) - 1);
        expect(SMA_DISTANCE_10, 111 / ((5 * 100 + 527) / 10.0) - 1);
        expect(SMA_DISTANCE_20, 111 / ((15 * 100 + 527) / 20.0) - 1);
        expect(SMA_DISTANCE_60, 111 / ((55 * 100 + 527) / 60.0) - 1);
    }

    @Test
    void volatilityIsTheSampleDeviationOfDailyReturns() {
        double squares = sq(Math.log(1.02))
                + sq(Math.log(100 / 102.0))
                + sq(Math.log(1.04))
                + sq(Math.log(110 / 104.0))
                + sq(Math.log(111 / 110.0));
        double sum = Math.log(1.11);
        double of5 = Math.sqrt((squares - sum * sum / 5) / 4);
        double of20 = Math.sqrt((squares - sum * sum / 20) / 19);
        expect(VOLATILITY_5, of5);
        expect(VOLATILITY_20, of20);
        expect(VOLATILITY_60, Math.sqrt((squares - sum * sum / 60) / 59));
        expect(VOLATILITY_RATIO_5_20, of5 / of20);
    }

    @Test
    void dollarVolumesAreSharesTimesClose() {
        double of5 = (102_000 + 200_000 + 104_000 + 330_000 + 555_000) / 5.0;
        double of20 = (15 * 100_000 + 1_291_000) / 20.0;
        expect(DOLLAR_VOLUME_RATIO_1_20, 555_000 / of20);
        expect(DOLLAR_VOLUME_RATIO_5_20, of5 / of20);
        expect(DOLLAR_VOLUME_LEVEL, Math.log(1 + of20));
    }

    /** Of a move, 1/14 enters Wilder's average and fades by 13/14 a day. Moves: 2, −2, 4, 6, 1; none before. */
    @Test
    void relativeStrengthFollowsWilder() {
        double q = 13 / 14.0;
        double rise = 2 * q * q * q * q + 4 * q * q + 6 * q + 1;
        double fall = 2 * q * q * q;
        expect(RSI_14, 100 * rise / (rise + fall));
    }

    /** Closes lie 2, 0, 4, 10, 11 above the level that all averages began at. */
    @Test
    void convergenceOfAveragesIsRelativeToThePrice() {
        double[] above = {2, 0, 4, 10, 11};
        double[] lines = new double[5];
        double signal = 0;
        for (int day = 0; day < 5; day++) {
            for (int i = 0; i <= day; i++) {
                lines[day] += above[i] * 2 / 13 * Math.pow(11 / 13.0, day - i);
                lines[day] -= above[i] * 2 / 27 * Math.pow(25 / 27.0, day - i);
            }
            signal += lines[day] * 0.2 * Math.pow(0.8, 4 - day);
        }
        expect(MACD_12_26, lines[4] / 111);
        expect(MACD_HISTOGRAM_9, (lines[4] - signal) / 111);
    }

    /** Average 101.35; deviations −1.35 fifteen times, then 0.65, −1.35, 2.65, 8.65, 9.65. */
    @Test
    void aPositionInTheBandsOfBollingerIsInTwoDeviations() {
        double variance = (16 * sq(1.35) + sq(0.65) + sq(2.65) + sq(8.65) + sq(9.65)) / 20;
        expect(BOLLINGER_POSITION_20, 9.65 / (2 * Math.sqrt(variance)));
    }

    @Test
    void extremesAreThoseOfHighsAndLows() {
        expect(DISTANCE_TO_HIGH_20, 111 / 112.0 - 1);
        expect(DISTANCE_TO_LOW_60, 111 / 99.0 - 1);
        Bars old = Bars.flat(39, 100, 1).add(100, 100, 50, 100, 1).add(100, 100, 90, 100, 1);
        IntStream.range(0, 39).forEach(day -> old.add(100, 100, 100, 100, 1));
        old.add(100, 200, 100, 100, 1).add(100, 150, 100, 100, 1);
        IntStream.range(0, 19).forEach(day -> old.add(100, 100, 100, 100, 1));
        assertThat(old.value(DISTANCE_TO_HIGH_20)).isEqualTo(100 / 150.0 - 1);
        assertThat(old.list()).hasSize(101);
        assertThat(old.value(DISTANCE_TO_LOW_60)).isEqualTo(0, within(1e-12));
        assertThat(Bars.value(DISTANCE_TO_LOW_60, old.list().subList(0, 100))).isCloseTo(100 / 90.0 - 1, within(1e-12));
    }

    /** True ranges: 104 − 100, 102 (close before) − 99, 105 − 100, 110 − 104, 112 − 106. */
    @Test
    void theTrueRangeReachesToTheCloseBefore() {
        double q = 13 / 14.0;
        expect(ATR_14, (4 * q * q * q * q + 3 * q * q * q + 5 * q * q + 6 * q + 6) / 14 / 111);
    }

    @Test
    void wildersAveragesBeginWithAPlainOne() {
        List<DailyBar> random =
                SyntheticMarket.withoutSignal(5, 1, FeatureSet.LOOK_BACK).bars(0);
        assertThat(Bars.value(RSI_14, random)).isCloseTo(Wilder.of(random).strength(), within(1e-9));
        assertThat(Bars.value(ATR_14, random)).isCloseTo(Wilder.of(random).relativeRange(), within(1e-12));
    }

    /** Half a point of a hundred, and a hundredth of the range. */
    @Test
    void beginningAveragesAnewMakesLittleDifference() {
        for (int seed = 0; seed < 50; seed++) {
            List<DailyBar> random = SyntheticMarket.withoutSignal(seed, 1, 600).bars(0);
            Wilder whole = Wilder.of(random);
            assertThat(Bars.value(RSI_14, random)).isCloseTo(whole.strength(), within(0.5));
            assertThat(Bars.value(ATR_14, random)).isCloseTo(whole.relativeRange(), withinPercentage(1));
        }
    }

    /** As in the textbook: the first average is plain, of 14; then 13 parts old and one part new. */
    private record Wilder(double strength, double relativeRange) {

        static Wilder of(List<DailyBar> bars) {
            double rise = 0;
            double fall = 0;
            double range = 0;
            for (int day = 1; day < bars.size(); day++) {
                DailyBar bar = bars.get(day);
                double before = bars.get(day - 1).close();
                rise = next(rise, Math.max(bar.close() - before, 0), day);
                fall = next(fall, Math.max(before - bar.close(), 0), day);
                double gap = Math.max(Math.abs(bar.high() - before), Math.abs(bar.low() - before));
                range = next(range, Math.max(bar.high() - bar.low(), gap), day);
            }
            return new Wilder(
                    100 - 100 / (1 + rise / fall),
                    range / bars.get(bars.size() - 1).close());
        }

        private static double next(double average, double value, int day) {
            return day <= 14 ? average + value / 14 : (13 * average + value) / 14;
        }
    }

    /** A dividend of 2 on a close of 100 leaves 98, and there the stock opens and closes: nobody won or lost. */
    @Test
    void aDividendIsNoMove() {
        Bars paid = new Bars();
        IntStream.range(0, 99).forEach(day -> paid.add(100, 100, 100, 100, 98, 1000));
        paid.add(98, 98, 98, 98, 98, 1000);
        for (Feature feature : List.of(
                LOG_RETURN_1, LOG_RETURN_60, OVERNIGHT_GAP, SMA_DISTANCE_20, VOLATILITY_20, MACD_12_26, ATR_14)) {
            assertThat(paid.value(feature)).as(feature.label()).isCloseTo(0, within(1e-12));
        }
        assertThat(paid.value(DISTANCE_TO_LOW_60)).isCloseTo(0, within(1e-12));
        assertThat(paid.value(RSI_14)).isEqualTo(50);
        assertThat(paid.value(DOLLAR_VOLUME_RATIO_1_20))
                .isCloseTo(98_000 / ((19 * 100_000 + 98_000) / 20.0), within(1e-12));
    }

    /** Two for one: half the price, twice the shares, for all bars before as well. */
    @Test
    void aSplitChangesNothing() {
        List<DailyBar> split = bars.list().stream().map(bar -> bar.scaled(0.5)).toList();
        for (Feature feature : FeatureSet.features()) {
            assertThat(Bars.value(feature, split)).as(feature.label()).isCloseTo(bars.value(feature), within(1e-12));
        }
    }

    @Test
    void whatNeverMovedNorTradedHasNeutralValues() {
        Bars still = Bars.flat(100, 12.34, 0);
        for (Feature feature : FeatureSet.features()) {
            double neutral =
                    switch (feature) {
                        case VOLATILITY_RATIO_5_20, DOLLAR_VOLUME_RATIO_1_20, DOLLAR_VOLUME_RATIO_5_20 -> 1;
                        case RSI_14 -> 50;
                        default -> 0;
                    };
            assertThat(still.value(feature)).as(feature.label()).isEqualTo(neutral);
        }
    }

    /** The returns of one percent differ by rounding alone, which is no volatility. */
    @Test
    void aSteadyRiseHasNoVolatility() {
        Bars steady = Bars.flat(1, 100, 1);
        for (int day = 1; day < 100; day++) {
            double price = 100 * Math.pow(1.01, day);
            steady.add(price, price, price, price, 1);
        }
        assertThat(steady.value(VOLATILITY_5)).isZero();
        assertThat(steady.value(VOLATILITY_RATIO_5_20)).isEqualTo(1);
    }

    @Test
    void onlyAFallIsThePoorestStrengthAndOnlyARiseTheGreatest() {
        Bars falling = Bars.flat(1, 200, 1);
        Bars rising = Bars.flat(1, 200, 1);
        for (int day = 1; day < 100; day++) {
            falling.add(200 - day, 200 - day, 200 - day, 200 - day, 1);
            rising.add(200 + day, 200 + day, 200 + day, 200 + day, 1);
        }
        assertThat(falling.value(RSI_14)).isZero();
        assertThat(rising.value(RSI_14)).isEqualTo(100);
    }

    @Test
    void thereAreThirtyOneOfWhichTwoAreOfTheMarket() {
        assertThat(FeatureSet.labels()).hasSize(31).doesNotHaveDuplicates().startsWith("log_return_1", "log_return_2");
        assertThat(FeatureSet.features()).filteredOn(Feature::isOfMarket).hasSize(2);
        for (Feature feature : Feature.values()) {
            assertThat(FeatureSet.labels().get(FeatureSet.column(feature)))
                    .isEqualTo(feature.name().toLowerCase(Locale.ROOT));
        }
    }

    private void expect(Feature feature, double value) {
        assertThat(bars.value(feature)).as(feature.label()).isCloseTo(value, within(1e-12));
    }

    private static double sq(double x) {
        return x * x;
    }
}
