package io.openalpha.ml.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetRowsTests {

    private static final SyntheticMarket MARKET = SyntheticMarket.withoutSignal(1, 7, 160);
    private static final int WIDTH = FeatureSet.width();

    private final List<List<DailyBar>> bars =
            new ArrayList<>(IntStream.range(0, 7).mapToObj(MARKET::bars).toList());

    @ParameterizedTest
    @ValueSource(ints = {FeatureSet.LOOK_BACK, 120})
    void theLastBarsAloneGiveTheSameLastRows(int count) {
        Dataset whole = dataset();
        bars.replaceAll(series -> series.subList(160 - count, 160));
        Dataset tail = dataset();
        assertThat(tail.rows()).isEqualTo(7 * (count - FeatureSet.LOOK_BACK + 1));
        int before = whole.rows() - tail.rows();
        assertThat(Arrays.copyOfRange(whole.values(), before * WIDTH, whole.rows() * WIDTH))
                .isEqualTo(tail.values());
        assertThat(Arrays.copyOfRange(whole.labels(), before, whole.rows())).isEqualTo(tail.labels());
        assertThat(tail.days()).isEqualTo(whole.days().subList(160 - count, 61));
    }

    @Test
    void barsThatAreNotFinalOrNotAdjustedDoNotEnter() {
        Dataset before = dataset();
        bars.replaceAll(series -> {
            List<DailyBar> more = new ArrayList<>(series);
            LocalDate last = series.get(159).date();
            more.add(new DailyBar(last.plusDays(3), 1, 1, 1, 1, 1, 1, false));
            more.add(DailyBar.asTraded(last.plusDays(4), 1, 1, 1, 1, 1, true));
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
    void listingsToComeTakeNoDayAway() {
        for (int symbol = 2; symbol < 7; symbol++) {
            bars.set(symbol, bars.get(symbol).subList(130, 160));
        }
        assertThat(daysOf(dataset(), 0)).isEqualTo(MARKET.dates().subList(99, 160));
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

    private Dataset dataset() {
        return MARKET.dataset(bars, LabelSettings.DEFAULT);
    }

    private static List<LocalDate> daysOf(Dataset dataset, int symbol) {
        return IntStream.range(0, dataset.rows())
                .filter(row -> dataset.symbolOfRow()[row] == symbol)
                .mapToObj(row -> dataset.days().get(dataset.dayOfRow()[row]))
                .toList();
    }
}
