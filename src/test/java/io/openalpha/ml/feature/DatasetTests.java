package io.openalpha.ml.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTests {

    private static final SyntheticMarket MARKET = SyntheticMarket.withoutSignal(1, 7, 160);
    private static final int WIDTH = FeatureSet.width();

    private final List<Symbol> names = MARKET.names();
    private final List<List<DailyBar>> bars =
            new ArrayList<>(IntStream.range(0, 7).mapToObj(MARKET::bars).toList());

    @Test
    void rowsAreInTheOrderOfDaysAndThenOfSymbols() {
        Dataset dataset = dataset();
        assertThat(dataset.rows()).isEqualTo(7 * (160 - FeatureSet.LOOK_BACK + 1));
        assertThat(dataset.days()).isEqualTo(MARKET.dates().subList(FeatureSet.LOOK_BACK - 1, 160));
        assertThat(dataset.symbols()).isEqualTo(names);
        for (int row = 0; row < dataset.rows(); row++) {
            assertThat(dataset.dayOfRow()[row]).isEqualTo(row / 7);
            assertThat(dataset.symbolOfRow()[row]).isEqualTo(row % 7);
        }
        assertThat(dataset.firstRow(0)).isZero();
        assertThat(dataset.firstRow(3)).isEqualTo(21);
        assertThat(dataset.firstRow(61)).isEqualTo(dataset.rows());
    }

    @Test
    void featuresOfAStockAreRankedWithinTheDay() {
        Dataset dataset = dataset();
        for (Feature feature : FeatureSet.features()) {
            float[] column = column(dataset, feature, 30);
            if (feature.isOfMarket()) {
                assertThat(column).containsOnly(column[0]);
            } else {
                Window window = new Window(SymbolHistory.of(names.get(4), bars.get(4)), FeatureSet.LOOK_BACK - 1 + 30);
                double value = feature.of(window, new MarketDay(0, 0));
                long lower = IntStream.range(0, 7)
                        .mapToObj(i -> new Window(SymbolHistory.of(names.get(i), bars.get(i)), window.last()))
                        .filter(other -> feature.of(other, new MarketDay(0, 0)) < value)
                        .count();
                assertThat(column[4]).as(feature.label()).isCloseTo(lower / 6f - 0.5f, within(1e-6f));
                float[] sorted = column.clone();
                Arrays.sort(sorted);
                assertThat(sorted)
                        .containsExactly(new float[] {-0.5f, -2 / 6f, -1 / 6f, 0, 1 / 6f, 2 / 6f, 0.5f}, within(1e-6f));
            }
        }
    }

    @Test
    void theSameFeaturesShareTheMiddleOfTheirRanks() {
        bars.set(3, bars.get(2));
        bars.set(5, bars.get(2));
        Dataset dataset = dataset();
        for (Feature feature : FeatureSet.features()) {
            float[] column = column(dataset, feature, 30);
            assertThat(column[3]).isEqualTo(column[2]);
            assertThat(column[5]).isEqualTo(column[2]);
            if (!feature.isOfMarket()) {
                float sum = 0;
                for (float rank : column) {
                    sum += rank;
                }
                assertThat(sum).isCloseTo(0, within(1e-5f));
            }
        }
    }

    @Test
    void theOnlySymbolOfADayHasTheMiddleRankAndNoLabel() {
        DatasetBuilder builder = new DatasetBuilder(LabelSettings.DEFAULT);
        builder.add(names.get(0), bars.get(0));
        Dataset dataset = builder.build();
        for (Feature feature : FeatureSet.features()) {
            if (!feature.isOfMarket()) {
                assertThat(dataset.values()[FeatureSet.column(feature)]).isZero();
            }
        }
        assertThat(dataset.labels()).containsOnly(Dataset.LABEL_UNKNOWN);
        assertThat(dataset.directions()[0]).isNotEqualTo(Dataset.LABEL_UNKNOWN);
    }

    @Test
    void theMarketIsTheMeanOfWhatItsSymbolsDid() {
        Dataset dataset = dataset();
        double[] means = IntStream.range(1, 160)
                .mapToDouble(day -> bars.stream()
                        .mapToDouble(series -> Math.log(
                                series.get(day).close() / series.get(day - 1).close()))
                        .average()
                        .orElseThrow())
                .toArray();
        int day = FeatureSet.LOOK_BACK - 1 + 30;
        double mean = Arrays.stream(means, day - 20, day).average().orElseThrow();
        double squares = Arrays.stream(means, day - 20, day)
                .map(m -> (m - mean) * (m - mean))
                .sum();
        assertThat(column(dataset, Feature.UNIVERSE_RETURN, 30)[0]).isCloseTo((float) means[day - 1], within(1e-7f));
        assertThat(column(dataset, Feature.UNIVERSE_VOLATILITY_20, 30)[0])
                .isCloseTo((float) Math.sqrt(squares / 19), within(1e-7f));
    }

    @Test
    void theDigestTellsDataAndSettings() {
        String digest = dataset().sha256();
        assertThat(digest).hasSize(64).isEqualTo(dataset().sha256());
        assertThat(dataset(new LabelSettings(LabelSettings.Kind.DIRECTION, 1)).sha256())
                .isNotEqualTo(digest);
        assertThat(dataset(new LabelSettings(LabelSettings.Kind.ABOVE_MEDIAN, 2))
                        .sha256())
                .isNotEqualTo(digest);
        List<DailyBar> changed = new ArrayList<>(bars.get(3));
        DailyBar bar = changed.get(150);
        changed.set(
                150,
                new DailyBar(
                        bar.date(),
                        bar.open(),
                        bar.high() * 1.1,
                        bar.low(),
                        bar.close(),
                        bar.close(),
                        bar.volume(),
                        true));
        bars.set(3, changed);
        assertThat(dataset().sha256()).isNotEqualTo(digest);
    }

    @Test
    void onlyRowsWithALabelCountAsLabelled() {
        Dataset dataset = dataset();
        int days = dataset.days().size();
        assertThat(dataset.labelledRows(2, 4)).isEqualTo(IntStream.range(14, 28).toArray());
        assertThat(dataset.labelledRows(days - 2, days)).isEmpty();
        assertThat(dataset.labelledRows(days - 3, days)).hasSize(7);
    }

    private Dataset dataset() {
        return dataset(LabelSettings.DEFAULT);
    }

    private Dataset dataset(LabelSettings settings) {
        return MARKET.dataset(bars, settings);
    }

    private static float[] column(Dataset dataset, Feature feature, int day) {
        float[] column = new float[dataset.firstRow(day + 1) - dataset.firstRow(day)];
        for (int i = 0; i < column.length; i++) {
            column[i] = dataset.values()[(dataset.firstRow(day) + i) * WIDTH + FeatureSet.column(feature)];
        }
        return column;
    }
}
