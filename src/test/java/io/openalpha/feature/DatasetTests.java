package io.openalpha.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
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
                Window window = new Window(History.of(names.get(4), bars.get(4)), FeatureSet.LOOK_BACK - 1 + 30);
                double value = feature.of(window, new MarketDay(0, 0));
                long lower = IntStream.range(0, 7)
                        .mapToObj(i -> new Window(History.of(names.get(i), bars.get(i)), window.last()))
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
    void theLastBarsAloneGiveTheSameLastRows() {
        Dataset whole = dataset();
        bars.replaceAll(series -> series.subList(40, 160));
        Dataset tail = dataset();
        assertThat(tail.rows()).isEqualTo(7 * 21);
        int before = whole.rows() - tail.rows();
        assertThat(Arrays.copyOfRange(whole.values(), before * WIDTH, whole.rows() * WIDTH))
                .isEqualTo(tail.values());
        assertThat(Arrays.copyOfRange(whole.labels(), before, whole.rows())).isEqualTo(tail.labels());
        assertThat(tail.days()).isEqualTo(whole.days().subList(40, 61));
    }

    @Test
    void barsThatAreNotFinalOrNotAdjustedDoNotEnter() {
        Dataset before = dataset();
        bars.replaceAll(series -> {
            List<DailyBar> more = new ArrayList<>(series);
            LocalDate last = series.get(159).date();
            more.add(new DailyBar(last.plusDays(3), 1, 1, 1, 1, 1, 1, false));
            more.add(new DailyBar(last.plusDays(4), 1, 1, 1, 1, DailyBar.NONE, 1, true));
            return more;
        });
        assertThat(dataset().sha256()).isEqualTo(before.sha256());
    }

    @Test
    void tooFewBarsGiveNoRows() {
        bars.replaceAll(series -> series.subList(0, FeatureSet.LOOK_BACK - 1));
        Dataset dataset = dataset();
        assertThat(dataset.rows()).isZero();
        assertThat(dataset.days()).isEmpty();
        assertThat(new DatasetBuilder(LabelSettings.DEFAULT).build().rows()).isZero();
    }

    @Test
    void aPauseEndsTheRowsUntilLookBacksAreFilledAgain() {
        List<DailyBar> paused = new ArrayList<>(bars.get(0));
        paused.subList(20, 30).clear();
        bars.set(0, paused);
        assertThat(daysOf(dataset(), 0)).isEqualTo(MARKET.dates().subList(129, 160));
        paused = new ArrayList<>(MARKET.bars(0));
        paused.subList(20, 24).clear();
        bars.set(0, paused);
        assertThat(daysOf(dataset(), 0)).isEqualTo(MARKET.dates().subList(103, 160));
    }

    @Test
    void aSymbolThatSeldomTradesHasNoRows() {
        SyntheticMarket market = SyntheticMarket.withoutSignal(1, 7, 400);
        bars.replaceAll(series -> market.bars(bars.indexOf(series)));
        List<DailyBar> thin = IntStream.range(0, 400)
                .filter(day -> day % 4 != 0)
                .mapToObj(bars.get(0)::get)
                .toList();
        bars.set(0, thin);
        assertThat(daysOf(dataset(), 0)).isEmpty();
    }

    @Test
    void aDayOnWhichFewTradeIsNoTradedDay() {
        Dataset before = dataset();
        List<DailyBar> more = new ArrayList<>(bars.get(0));
        DailyBar friday = more.get(151);
        assertThat(friday.date().getDayOfWeek().getValue()).isEqualTo(5);
        more.add(152, new DailyBar(friday.date().plusDays(1), 9, 9, 9, 9, 9, 9, true));
        bars.set(0, more);
        Dataset dataset = dataset();
        assertThat(dataset.days()).isEqualTo(before.days());
        assertThat(dataset.rows()).isEqualTo(before.rows());
        assertThat(dataset.forwardReturns()).isEqualTo(before.forwardReturns());
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
    void whatIsOutOfOrderOrNoPriceIsRefusedByName() {
        DatasetBuilder builder = new DatasetBuilder(LabelSettings.DEFAULT);
        builder.add(new Symbol("B"), bars.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(new Symbol("A"), bars.get(1)))
                .withMessage("symbol A does not come after B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(
                        new Symbol("C"), List.of(bars.get(0).get(1), bars.get(0).get(0))))
                .withMessage("C: the bar of 2015-01-01 comes after a bar of the same or a later day");
        LocalDate day = LocalDate.of(2020, 1, 2);
        for (DailyBar bad : List.of(
                new DailyBar(day, 0, 1, 1, 1, 1, 1, true),
                new DailyBar(day, 1, Double.NaN, 1, 1, 1, 1, true),
                new DailyBar(day, 1, 1, 1, 1, Double.POSITIVE_INFINITY, 1, true))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.add(new Symbol("C"), List.of(bad)))
                    .withMessageStartingWith("C: the bar of 2020-01-02 has a price that is not a positive number");
        }
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
        DatasetBuilder builder = new DatasetBuilder(settings);
        for (int i = 0; i < bars.size(); i++) {
            builder.add(names.get(i), bars.get(i));
        }
        return builder.build();
    }

    private static float[] column(Dataset dataset, Feature feature, int day) {
        float[] column = new float[dataset.firstRow(day + 1) - dataset.firstRow(day)];
        for (int i = 0; i < column.length; i++) {
            column[i] = dataset.values()[(dataset.firstRow(day) + i) * WIDTH + FeatureSet.column(feature)];
        }
        return column;
    }

    private static List<LocalDate> daysOf(Dataset dataset, int symbol) {
        return IntStream.range(0, dataset.rows())
                .filter(row -> dataset.symbolOfRow()[row] == symbol)
                .mapToObj(row -> dataset.days().get(dataset.dayOfRow()[row]))
                .toList();
    }
}
