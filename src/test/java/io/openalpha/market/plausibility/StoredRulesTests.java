package io.openalpha.market.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.BarSeries;
import io.openalpha.market.Conflict;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredExtent;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRulesTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(9);

    private final StoredRules rules = new StoredRules(new StoredSeries(
            new BarSeries(new Symbol("FLIP.L"), "LSE", "GBP", ZoneOffset.UTC, true, FIRST, LAST),
            bars(0, 10, day -> 1),
            List.of()));

    private static List<DailyBar> bars(int first, int end, IntToDoubleFunction factor) {
        return IntStream.range(first, end)
                .mapToObj(day -> {
                    double close = (5 + Math.sin(day)) * factor.applyAsDouble(day);
                    return new DailyBar(FIRST.plusDays(day), close, close, close, close, close, 100, true);
                })
                .toList();
    }

    private @Nullable Conflict tail(String currency, List<DailyBar> bars, CorporateAction... actions) {
        return rules.tail(Claim.of(currency, true, bars, List.of(actions)), FIRST.plusDays(4));
    }

    @Test
    void hasNothingAgainstTheSamePricesOrARestatement() {
        assertThat(tail("GBP", bars(4, 14, day -> 1))).isNull();
        assertThat(tail("GBP", bars(4, 14, day -> 0.5))).isNull();
        assertThat(tail("GBP", bars(9, 14, day -> 1))).isNull();
    }

    @Test
    void refusesAnotherCurrency() {
        assertThat(tail("EUR", bars(4, 14, day -> 1)))
                .isEqualTo(new Conflict("other_currency", "prices in GBP", "prices in EUR"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 0.01, 1000, 0.001})
    void refusesPricesOfAnotherUnit(double factor) {
        assertThat(tail("GBP", bars(4, 14, day -> factor)))
                .extracting(Conflict::rule)
                .isEqualTo("hundredfold");
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 0.03})
    void refusesACorrectionThatNoSplitExplains(double factor) {
        assertThat(tail("GBP", bars(9, 14, day -> factor)))
                .extracting(Conflict::rule)
                .isEqualTo("other_prices");
        assertThat(tail("GBP", bars(4, 14, day -> factor)))
                .extracting(Conflict::rule)
                .isEqualTo("other_prices");
        assertThat(tail("GBP", bars(9, 14, day -> 1 / 30.0), CorporateAction.split(FIRST.plusDays(12), 30, 1)))
                .isNull();
    }

    @Test
    void refusesToEraseAWeekOfTenYears() {
        StoredExtent all = new StoredExtent(2_520, FIRST, FIRST.plusDays(2_519), 0, 0);

        assertThat(extent(bars(5, 2_520, day -> 1), all)).isNull();
        assertThat(extent(bars(6, 2_520, day -> 1), all))
                .extracting(Conflict::rule)
                .isEqualTo("shorter");
        StoredExtent thirtyYears = new StoredExtent(7_560, FIRST, FIRST.plusDays(7_559), 0, 0);
        assertThat(extent(bars(6, 7_560, day -> 1), thirtyYears))
                .extracting(Conflict::rule)
                .isEqualTo("shorter");
    }

    @Test
    void takesAHundredfoldThatASplitExplains() {
        assertThat(tail("GBP", bars(4, 14, day -> 0.01), CorporateAction.split(FIRST.plusDays(12), 100, 1)))
                .isNull();
    }

    @Test
    void refusesPricesOfAnotherInstrumentOnTheSameDays() {
        assertThat(tail("GBP", bars(4, 14, day -> 1 + 0.3 * day)))
                .extracting(Conflict::rule)
                .isEqualTo("other_prices");
        assertThat(tail("GBP", bars(4, 14, day -> day % 2 == 0 ? 1.3 : 0.6)))
                .extracting(Conflict::rule)
                .isEqualTo("other_prices");
    }

    @Test
    void takesASplitAmongTheLastStoredDaysForWhatItIs() {
        assertThat(tail("GBP", bars(4, 14, day -> day < 7 ? 0.25 : 1), CorporateAction.split(FIRST.plusDays(7), 4, 1)))
                .isNull();
    }

    @Test
    void refusesAnAnswerWithoutAnyOfTheLastStoredDays() {
        assertThat(tail("GBP", bars(40, 60, day -> 1)))
                .extracting(Conflict::rule)
                .isEqualTo("no_common_day");
        assertThat(tail("GBP", List.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 90})
    void refusesToEraseDays(int missing) {
        Claim shorter = Claim.of("GBP", true, bars(missing, 100, day -> 1), List.of());
        Conflict conflict = StoredRules.extent(shorter, new StoredExtent(100, FIRST, FIRST.plusDays(99), 0, 0));

        if (missing == 1) {
            assertThat(conflict).isNull();
        } else {
            assertThat(conflict).extracting(Conflict::rule).isEqualTo("shorter");
            assertThat(conflict).extracting(Conflict::stored).isEqualTo("100 bars from 2026-01-01 to 2026-04-10");
        }
    }

    @Test
    void refusesToEraseVolumesAndAdjustedCloses() {
        List<DailyBar> bars = bars(0, 100, day -> 1);
        List<DailyBar> adjusted = bars.stream()
                .map(bar -> bar.withAdjustedClose(bar.close() * 0.9))
                .toList();
        StoredExtent all = new StoredExtent(100, FIRST, FIRST.plusDays(99), 100, 80);

        assertThat(extent(adjusted, all)).isNull();
        assertThat(extent(bars, all))
                .isEqualTo(new Conflict(
                        "column_missing",
                        "adjusted closes that are not the close of 80 days",
                        "adjusted closes that are not the close of 0"));
        assertThat(extent(adjusted.stream().map(StoredRulesTests::withoutVolume).toList(), all))
                .isEqualTo(new Conflict("column_missing", "volumes of 100 days", "volumes of 0"));
    }

    private static DailyBar withoutVolume(DailyBar bar) {
        return new DailyBar(
                bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose(), 0, bar.isFinal());
    }

    private static @Nullable Conflict extent(List<DailyBar> bars, StoredExtent all) {
        return StoredRules.extent(Claim.of("GBP", true, bars, List.of()), all);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e21, 60, 0.01})
    void refusesAdjustedClosesThatNoPayoutExplains(double factor) {
        List<DailyBar> bars = bars(4, 14, day -> 1).stream()
                .map(bar -> bar.withAdjustedClose(bar.close() * factor))
                .toList();

        assertThat(tail("GBP", bars)).extracting(Conflict::rule).isEqualTo("other_prices");
    }
}
