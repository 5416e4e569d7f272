package io.openalpha.ml.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.market.DailyBar;
import io.openalpha.ml.feature.LabelSettings.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetLabelsTests {

    private static final int DAYS = 140;
    private static final int SYMBOLS = 6;
    private static final int FIRST = FeatureSet.LOOK_BACK - 1;
    private static final SyntheticMarket MARKET = SyntheticMarket.withoutSignal(3, SYMBOLS, DAYS);

    private final List<List<DailyBar>> bars =
            new ArrayList<>(IntStream.range(0, SYMBOLS).mapToObj(MARKET::bars).toList());

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aLabelTellsWhatLiesAboveTheMedianOfTheDay(int horizon) {
        Dataset dataset = dataset(new LabelSettings(Kind.ABOVE_MEDIAN, horizon));
        for (int day = FIRST; day < DAYS; day++) {
            double[] returns = returns(day, horizon);
            double[] sorted = returns.clone();
            Arrays.sort(sorted);
            double median = (sorted[2] + sorted[3]) / 2;
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                int row = (day - FIRST) * SYMBOLS + symbol;
                if (day + 1 + horizon >= DAYS) {
                    assertThat(dataset.forwardReturns()[row]).isNaN();
                    assertThat(dataset.labels()[row]).isEqualTo(Dataset.LABEL_UNKNOWN);
                } else {
                    assertThat(dataset.forwardReturns()[row]).isCloseTo((float) returns[symbol], within(1e-6f));
                    assertThat(dataset.labels()[row]).isEqualTo((byte) (returns[symbol] > median ? 1 : 0));
                }
            }
        }
    }

    private double[] returns(int day, int horizon) {
        if (day + 1 + horizon >= DAYS) {
            return new double[SYMBOLS];
        }
        return bars.stream()
                .mapToDouble(series -> series.get(day + 1 + horizon).open()
                                / series.get(day + 1).open()
                        - 1)
                .toArray();
    }

    @Test
    void aDirectionTellsWhetherTheForwardReturnIsPositive() {
        Dataset dataset = dataset(new LabelSettings(Kind.DIRECTION, 1));
        for (int row = 0; row < dataset.rows(); row++) {
            float forward = dataset.forwardReturns()[row];
            assertThat(dataset.labels()[row])
                    .isEqualTo(Float.isNaN(forward) ? Dataset.LABEL_UNKNOWN : (byte) (forward > 0 ? 1 : 0));
        }
    }

    @Test
    void theSecondaryDirectionGoesFromCloseToClose() {
        Dataset dataset = dataset(new LabelSettings(Kind.ABOVE_MEDIAN, 2));
        for (int row = 0; row < dataset.rows(); row++) {
            List<DailyBar> series = bars.get(row % SYMBOLS);
            int day = FIRST + row / SYMBOLS;
            byte expected = day + 2 >= DAYS
                    ? Dataset.LABEL_UNKNOWN
                    : (byte) (series.get(day + 2).close() > series.get(day).close() ? 1 : 0);
            assertThat(dataset.directions()[row]).isEqualTo(expected);
        }
    }

    @Test
    void returnsForBaselinesAreThoseUpToTheDay() {
        Dataset dataset = dataset(LabelSettings.DEFAULT);
        List<DailyBar> series = bars.get(4);
        int row = 10 * SYMBOLS + 4;
        int day = FIRST + 10;
        assertThat(dataset.oneDayReturns()[row])
                .isCloseTo(
                        (float) Math.log(
                                series.get(day).close() / series.get(day - 1).close()),
                        within(1e-7f));
        assertThat(dataset.fiveDayReturns()[row])
                .isCloseTo(
                        (float) Math.log(
                                series.get(day).close() / series.get(day - 5).close()),
                        within(1e-7f));
    }

    /** Of 100 a dividend of 40 leaves 60, of which the stock loses 6: 54 / 60 − 1 = −0.1. */
    @Test
    void aDividendBetweenTheOpensIsPartOfTheReturn() {
        int day = 120;
        bars.set(
                2,
                bars.get(2).stream()
                        .map(bar -> !bar.date().isAfter(MARKET.dates().get(day + 1))
                                ? new DailyBar(bar.date(), 100, 100, 100, 100, 60, 1000, true)
                                : new DailyBar(bar.date(), 54, 54, 54, 54, 54, 1000, true))
                        .toList());
        Dataset dataset = dataset(LabelSettings.DEFAULT);
        assertThat(dataset.forwardReturns()[(day - FIRST) * SYMBOLS + 2]).isEqualTo(-0.1f);
    }

    @Test
    void aSymbolThatIsHaltedOnADayOfItsLabelHasNone() {
        List<DailyBar> halted = new ArrayList<>(bars.get(1));
        halted.remove(120);
        bars.set(1, halted);
        Dataset dataset = dataset(LabelSettings.DEFAULT);
        for (int row = 0; row < dataset.rows(); row++) {
            if (dataset.symbolOfRow()[row] == 1) {
                int day = FIRST + dataset.dayOfRow()[row];
                boolean unknown = day == 119 || day == 118 || day >= DAYS - 2;
                assertThat(dataset.labels()[row] == Dataset.LABEL_UNKNOWN).isEqualTo(unknown);
                assertThat(Float.isNaN(dataset.forwardReturns()[row])).isEqualTo(unknown);
            }
        }
        assertThat(dataset.directions()[(119 - FIRST) * SYMBOLS + 1]).isEqualTo(Dataset.LABEL_UNKNOWN);
    }

    @Test
    void aDelistedSymbolKeepsItsLastRowsWithoutLabel() {
        bars.set(1, bars.get(1).subList(0, 120));
        Dataset dataset = dataset(LabelSettings.DEFAULT);
        int row = (119 - FIRST) * SYMBOLS + 1;
        assertThat(dataset.symbolOfRow()[row]).isEqualTo(1);
        assertThat(dataset.labels()[row]).isEqualTo(Dataset.LABEL_UNKNOWN);
        assertThat(dataset.labels()[row - 2 * SYMBOLS]).isNotEqualTo(Dataset.LABEL_UNKNOWN);
        assertThat(dataset.labels()[row + 1]).isNotEqualTo(Dataset.LABEL_UNKNOWN);
    }

    @Test
    void aHorizonOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelSettings(Kind.ABOVE_MEDIAN, 0))
                .withMessage("the horizon of a label is from 1 to 60 traded days, not 0");
    }

    private Dataset dataset(LabelSettings settings) {
        return MARKET.dataset(bars, settings);
    }
}
