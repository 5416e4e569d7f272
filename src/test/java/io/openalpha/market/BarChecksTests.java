package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChecksTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static DailyBar bar(int day, double close, long volume) {
        return new DailyBar(
                FIRST.plusDays(day), close, close * 1.01, close * 0.99, close, close, volume, /* isFinal= */ true);
    }

    private static List<DailyBar> days(int count) {
        List<DailyBar> bars = new ArrayList<>();
        for (int day = 0; day < count; day++) {
            bars.add(bar(day, 100 + day % 7, 1000 + day));
        }
        return bars;
    }

    @Test
    void findsNothingWrongWithAnOrdinaryShare() {
        assertThat(BarChecks.check(days(300))).isEqualTo(new CheckedBars(days(300), List.of()));
    }

    @Test
    void quarantinesAHundredfoldAndAHundredthPriceWhereverItIs() {
        for (int day : new int[] {0, 150, 299}) {
            for (double factor : new double[] {100, 0.01}) {
                List<DailyBar> bars = days(300);
                bars.set(day, bars.get(day).scaled(factor));

                assertThat(BarChecks.check(bars).bad()).singleElement().satisfies(bad -> {
                    assertThat(bad.defect()).isEqualTo(Defect.JUMP);
                    assertThat(bad.bar().date()).isEqualTo(FIRST.plusDays(day));
                });
            }
        }
    }

    @Test
    void takesALevelThatLastsForTheTruth() {
        List<DailyBar> bars = days(60);
        bars.replaceAll(bar -> bar.date().isAfter(FIRST.plusDays(29)) ? bar.scaled(100) : bar);

        assertThat(BarChecks.check(bars).bad()).isEmpty();
    }

    @Test
    void leavesNineRepeatsAloneAndQuarantinesTen() {
        assertThat(BarChecks.check(withRepeats(9, 500)).bad()).isEmpty();
        assertThat(BarChecks.check(withRepeats(10, 500)).bad())
                .hasSize(10)
                .allMatch(bad -> bad.defect() == Defect.STALE)
                .noneMatch(bad -> bad.bar().date().equals(FIRST.plusDays(20)));
    }

    @Test
    void takesAPriceThatStaysWithoutTradeForTheTruth() {
        assertThat(BarChecks.check(withRepeats(30, 0)).bad()).isEmpty();
    }

    private static List<DailyBar> withRepeats(int repeats, long volume) {
        List<DailyBar> bars = days(60);
        for (int day = 20; day <= 20 + repeats; day++) {
            bars.set(day, bar(day, 50, volume));
        }
        return bars;
    }

    @Test
    void letsTheLiveRowOfARunningSessionTakeThePlaceOfTheDaysOwn() {
        List<DailyBar> bars = days(20);
        DailyBar live = new DailyBar(FIRST.plusDays(19), 1, 1, 1, 1, 1, 1, /* isFinal= */ false);
        bars.add(live);

        CheckedBars checked = BarChecks.check(bars);

        assertThat(checked.bad()).extracting(QuarantinedBar::defect).containsOnly(Defect.JUMP);
        assertThat(checked.good()).hasSize(19);
    }

    @Test
    void allowsForTheRoundingOfAdjustedPrices() {
        DailyBar rounded = new DailyBar(FIRST, 10.0001, 10, 9, 9.5, 9.5, 1, true);
        DailyBar outside = new DailyBar(FIRST, 10.01, 10, 9, 9.5, 9.5, 1, true);

        assertThat(BarChecks.defect(rounded)).isNull();
        assertThat(BarChecks.defect(outside)).isEqualTo(Defect.OUTSIDE_RANGE);
    }

    @Test
    void quarantinesADayWhosePricesAreTooFarApart() {
        assertThat(BarChecks.defect(new DailyBar(FIRST, 100, 1e300, 99, 100, 100, 1, true)))
                .isEqualTo(Defect.IMPOSSIBLE_RANGE);
        assertThat(BarChecks.defect(new DailyBar(FIRST, 100, 101, 1e-300, 100, 100, 1, true)))
                .isEqualTo(Defect.IMPOSSIBLE_RANGE);
        assertThat(BarChecks.defect(new DailyBar(FIRST, 1, 101, 1, 100, 100, 1, true)))
                .isEqualTo(Defect.IMPOSSIBLE_RANGE);
        assertThat(BarChecks.defect(new DailyBar(FIRST, 4, 101, 3, 100, 100, 1, true)))
                .isNull();
    }
}
