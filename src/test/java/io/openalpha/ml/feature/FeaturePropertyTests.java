package io.openalpha.ml.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FeaturePropertyTests {

    private static final int DAYS = 150;

    @Property(tries = 150, seed = "20260501", shrinking = ShrinkingMode.OFF)
    void laterBarsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 100, max = DAYS - 1) int day) {
        Map<Symbol, List<DailyBar>> market = RoughMarket.of(seed, 5, DAYS);
        LocalDate today = RoughMarket.FIRST.plusDays(day);
        Map<Symbol, List<DailyBar>> changed = new TreeMap<>(market);
        changed.replaceAll((symbol, bars) -> withOtherEnd(bars, today, new Random(seed ^ symbol.hashCode())));
        Dataset before = RoughMarket.dataset(market);
        Dataset after = RoughMarket.dataset(changed);
        int rows = rowsUntil(before, today);
        assertThat(rowsUntil(after, today)).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(nameOf(after, row)).isEqualTo(nameOf(before, row));
            for (Feature feature : FeatureSet.features()) {
                int cell = row * FeatureSet.width() + FeatureSet.column(feature);
                assertThat(after.values()[cell]).as(feature.label()).isEqualTo(before.values()[cell]);
            }
        }
    }

    /** Other bars after a day, some missing, some after the end; sometimes none at all. */
    private static List<DailyBar> withOtherEnd(List<DailyBar> bars, LocalDate today, Random random) {
        List<DailyBar> changed = new ArrayList<>(
                bars.stream().filter(bar -> !bar.date().isAfter(today)).toList());
        if (random.nextInt(4) > 0) {
            RoughMarket.bars(random, 0, DAYS + 10).stream()
                    .filter(bar -> bar.date().isAfter(today))
                    .forEach(changed::add);
        }
        return changed;
    }

    private static int rowsUntil(Dataset dataset, LocalDate today) {
        return dataset.firstRow(
                (int) dataset.days().stream().filter(day -> !day.isAfter(today)).count());
    }

    private static String nameOf(Dataset dataset, int row) {
        return dataset.days().get(dataset.dayOfRow()[row]) + " "
                + dataset.symbols().get(dataset.symbolOfRow()[row]);
    }

    /** Scaled prices are rounded to twelve digits, so differences of two agree to a little less. */
    @Property(tries = 200, seed = "20260502", shrinking = ShrinkingMode.OFF)
    void adjustingTheWholePastChangesNothing(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1) double dividends) {
        List<DailyBar> bars = RoughMarket.bars(new Random(seed), 0, DAYS);
        double split = new double[] {0.1, 0.25, 0.5, 2, 5}[new Random(seed).nextInt(5)];
        List<DailyBar> adjusted = bars.stream()
                .map(bar -> bar.scaled(split))
                .map(bar -> bar.withAdjustedClose(bar.adjustedClose() * dividends))
                .toList();
        for (Feature feature : FeatureSet.features()) {
            assertThat(Bars.value(feature, adjusted))
                    .as(feature.label())
                    .isCloseTo(Bars.value(feature, bars), within(1e-7));
        }
    }

    @Property(tries = 200, seed = "20260502", shrinking = ShrinkingMode.OFF)
    void everyValueIsFiniteAndEveryStocksARank(@ForAll long seed) {
        Dataset dataset = RoughMarket.dataset(RoughMarket.of(seed, 4, 130));
        for (int cell = 0; cell < dataset.values().length; cell++) {
            assertThat(dataset.values()[cell]).isFinite();
            if (!FeatureSet.features().get(cell % FeatureSet.width()).isOfMarket()) {
                assertThat(dataset.values()[cell]).isBetween(-0.5f, 0.5f);
            }
        }
    }

    @Property(tries = 100, seed = "20260503", shrinking = ShrinkingMode.OFF)
    void barsBeforeTheLookBackChangeNothing(@ForAll long seed) {
        List<DailyBar> bars = RoughMarket.bars(new Random(seed), 0, DAYS);
        List<DailyBar> last = bars.subList(bars.size() - FeatureSet.LOOK_BACK, bars.size());
        for (Feature feature : FeatureSet.features()) {
            assertThat(Bars.value(feature, last)).as(feature.label()).isEqualTo(Bars.value(feature, bars));
        }
    }
}
