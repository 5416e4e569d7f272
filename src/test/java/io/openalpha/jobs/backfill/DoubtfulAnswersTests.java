package io.openalpha.jobs.backfill;

import static io.openalpha.jobs.backfill.ScriptedHistories.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.jobs.backfill.ScriptedHistories.Day;
import io.openalpha.jobs.backfill.ScriptedHistories.Event;
import io.openalpha.market.DataCheck;
import io.openalpha.market.SeriesHealth;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers that contradict themselves or what is stored. */
class DoubtfulAnswersTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = LocalDate.of(2026, 11, 27);

    @AutoClose
    private final ScriptedHistories source = new ScriptedHistories();

    @AutoClose
    private final BackfillMarket market = new BackfillMarket(BackfillMarket.YAHOO + source.uri());

    DoubtfulAnswersTests() throws IOException {}

    @BeforeEach
    void store() throws InterruptedException {
        market.at("2026-11-21T12:00:00Z");
        source.has("ABC", "GBp", days(FIRST, LAST, day -> 1.0));
        assertThat(backfill("2026-01-01", false).exitCode()).isEqualTo(ExitCode.DONE);
        market.at("2026-11-28T12:00:00Z");
    }

    private RunEnd backfill(@Nullable String from, boolean full) throws InterruptedException {
        return market.backfill(new BackfillRequest(
                List.of(new Symbol("ABC")), from == null ? null : LocalDate.parse(from), null, full, false));
    }

    private long bars() {
        return market.bars("ABC").size();
    }

    private SeriesHealth health() {
        return market.bean(DataCheck.class).health(List.of(new Symbol("ABC"))).get(0);
    }

    private void assertKept(String rule) {
        assertThat(bars()).isEqualTo(232);
        assertThat(market.bars("ABC"))
                .allSatisfy(row -> assertThat(row.bar().close()).isBetween(0.96, 1.04));
        assertThat(health().isClean()).isFalse();
        assertThat(health().conflict()).startsWith(rule + ": stored are ");
        assertThat(market.table("select reason, detail from run_failure"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("reason", "in_conflict"))
                .satisfies(row -> assertThat(row.get("detail")).asString().contains(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dividend", "full", "from"})
    void keepsWhatIsStoredWhenAnAnswerIsShorterUntilAPersonAcceptsIt(String why) throws Exception {
        List<Day> few = days(LocalDate.of(2026, 11, 2), NEXT, day -> 1.0);
        Event dividend = new Event("dividends", LocalDate.of(2026, 11, 24), "\"amount\":0.01");
        source.has("ABC", "GBp", few, why.equals("dividend") ? new Event[] {dividend} : new Event[0]);

        assertThat(backfill(why.equals("from") ? "2025-01-01" : null, why.equals("full"))
                        .message())
                .startsWith("backfill completed");

        assertKept("shorter");
        assertThat(health().conflict()).contains("232 bars from 2026-01-01 to 2026-11-20");

        market.backfill(new BackfillRequest(List.of(new Symbol("ABC")), null, null, false, true));

        assertThat(bars()).isEqualTo(few.size());
        assertThat(health().conflict()).isNull();
    }

    @Test
    void keepsWhatIsStoredWhenTheCurrencyChanges() throws Exception {
        source.has("ABC", "EUR", days(FIRST, NEXT, day -> 0.01));
        backfill(null, false);

        assertKept("other_currency");
    }

    @Test
    void keepsWhatIsStoredWhenPenceAreCalledPounds() throws Exception {
        source.has("ABC", "GBP", days(FIRST, NEXT, day -> 1.0));
        backfill(null, false);

        assertKept("hundredfold");

        source.has("ABC", "GBp", days(FIRST, NEXT, day -> 1.0));
        backfill(null, false);

        assertThat(health().conflict()).isNull();
        assertThat(bars()).isEqualTo(237);
    }

    @Test
    void neverMakesOneSeriesOfTwoCompanies() throws Exception {
        source.has("ABC", "GBp", days(LocalDate.of(2026, 11, 23), NEXT, day -> 0.4));
        backfill(null, false);

        assertKept("no_common_day");
    }

    @Test
    void storesNothingOfAnAnswerWhoseUnitChanges() throws Exception {
        source.has("NEW", "GBp", days(FIRST, NEXT, day -> day.getMonthValue() < 9 ? 1 : 0.01));
        market.backfill(new BackfillRequest(List.of(new Symbol("NEW")), FIRST, null, false, false));

        assertThat(market.bars("NEW")).isEmpty();
        assertThat(market.bean(DataCheck.class)
                        .health(List.of(new Symbol("NEW")))
                        .get(0)
                        .conflict())
                .startsWith("change_of_unit");
    }

    @Test
    void repairsASplitThatTheSourceForgotAndKeepsWhatCame() throws Exception {
        LocalDate split = LocalDate.of(2026, 11, 24);
        source.has(
                "ABC",
                "GBp",
                days(FIRST, NEXT, day -> day.isBefore(split) ? 1 : 0.25),
                new Event("splits", split, "\"numerator\":4,\"denominator\":1"));

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.bars("ABC"))
                .hasSize(237)
                .allSatisfy(row -> assertThat(row.bar().close()).isBetween(0.24, 0.26));
        assertThat(health().repaired()).isEqualTo(233);
        assertThat(market.table("select min(close) as least from bar_repair where rule = 'split_not_applied'"))
                .singleElement()
                .satisfies(row -> assertThat((Double) row.get("least")).isGreaterThan(0.96));
    }

    @Test
    void movesASplitToTheDayThatPricesShowAndDoesNotRestateItAgain() throws Exception {
        LocalDate named = LocalDate.of(2026, 11, 23);
        LocalDate shown = LocalDate.of(2026, 11, 24);
        source.has(
                "ABC",
                "GBp",
                days(FIRST, NEXT, day -> day.isBefore(shown) ? 1.0 : 100.0),
                new Event("splits", named, "\"numerator\":1,\"denominator\":100"));

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.bars("ABC"))
                .hasSize(237)
                .allSatisfy(row -> assertThat(row.bar().close()).isBetween(96.0, 104.0));
        assertThat(market.table("select date::text as day from corporate_action"))
                .extracting(row -> row.get("day"))
                .containsExactly("2026-11-24");
        assertThat(market.table("select date::text as day, amount from bar_repair where rule = 'split_misdated'"))
                .extracting(row -> row.get("day"), row -> row.get("amount"))
                .containsExactly(tuple("2026-11-23", 0.01));
        assertThat(market.rows("bar_restatement")).isOne();
    }

    @Test
    void takesTheHistoryThatASourceHasAdjustedForAReverseSplitOfAHundred() throws Exception {
        source.has(
                "ABC",
                "GBp",
                days(FIRST, NEXT, day -> 100.0),
                new Event("splits", LocalDate.of(2026, 11, 25), "\"numerator\":1,\"denominator\":100"));

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(health().conflict()).isNull();
        assertThat(health().repaired()).isZero();
        assertThat(market.bars("ABC"))
                .hasSize(237)
                .allSatisfy(row -> assertThat(row.bar().close()).isBetween(96.0, 104.0));
    }

    @Test
    void addsUpDividendsOfOneDayInTheUnitThatTheAdjustedClosesTell() throws Exception {
        LocalDate paid = LocalDate.of(2026, 11, 24);
        List<Day> days = days(FIRST, NEXT, day -> 1.0).stream()
                .map(day -> day.date().isBefore(paid) ? new Day(day.date(), day.close(), day.close() * 0.98) : day)
                .toList();
        source.has(
                "ABC",
                "GBp",
                days,
                new Event("dividends", paid, "\"amount\":0.005"),
                new Event("dividends", paid, "\"amount\":0.015"),
                new Event("dividends", paid, "\"amount\":0.005, \"again\":1"),
                new Event("capitalGains", LocalDate.of(2026, 3, 3), "\"amount\":0.00001"));

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        List<Map<String, @Nullable Object>> actions =
                market.table("select kind, value from corporate_action order by date");
        assertThat(actions).extracting(row -> row.get("kind")).containsExactly("capital_gain", "dividend");
        assertThat((Double) actions.get(1).get("value")).isEqualTo(0.02, within(1e-9));
        assertThat(market.table("select amount from bar_repair where rule = 'dividend_unit'"))
                .hasSize(1);
    }

    @Test
    void asksAgainForADayThatIsNullForAWholeExchange() throws Exception {
        LocalDate gap = LocalDate.of(2026, 11, 25);
        source.has(
                "ABC",
                "GBp",
                days(FIRST, NEXT, day -> 1.0).stream()
                        .map(day -> day.date().equals(gap) ? new Day(gap, Double.NaN, Double.NaN) : day)
                        .toList());
        backfill(null, false);

        assertThat(health().gaps()).isOne();
        assertThat(market.table("select date, tries from bar_gap")).hasSize(1);

        source.has("ABC", "GBp", days(FIRST, NEXT, day -> 1.0));
        backfill(null, false);

        assertThat(market.rows("bar_gap")).isZero();
        assertThat(bars()).isEqualTo(237);
    }

    @Test
    void givesAGapOfAVanishedSymbolUpAndChargesNoOther() throws Exception {
        market.jdbc()
                .sql("delete from daily_bar where symbol = 'ABC' and date = '2026-06-03'")
                .update();
        source.has("DEF", "GBp", days(FIRST, NEXT, day -> 1.0));
        source.forgets("ABC");

        for (int run = 0; run < 4; run++) {
            assertThat(market.backfill("DEF").exitCode()).isEqualTo(ExitCode.DONE);
        }

        assertThat(health().absent()).isOne();
    }

    @Test
    void acceptsOnlyWhatIsNamed() {
        assertThatThrownBy(() -> new BackfillRequest(List.of(), null, null, false, true))
                .hasMessageContaining("name some");
    }

    @Test
    void keepsTheStoredBarOfADayWhoseAdjustedCloseIsAbsurdAndFetchesNothingAgain() throws Exception {
        LocalDate absurd = LocalDate.of(2026, 11, 18);
        source.has(
                "ABC",
                "GBp",
                days(FIRST, NEXT, day -> 1.0).stream()
                        .map(day -> day.date().equals(absurd) ? new Day(absurd, day.close(), 1e21) : day)
                        .toList());
        int before = source.requests().size();

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(source.requests()).hasSize(before + 1);
        assertThat(market.rows("bar_restatement")).isZero();
        assertThat(bars()).isEqualTo(237);
        assertThat(market.bars("ABC"))
                .allSatisfy(row -> assertThat(row.bar().adjustedClose()).isBetween(0.96, 1.04));
        assertThat(market.table("select reason, adjusted_close from bar_quarantine"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("reason", "adjusted_jump"));
        assertThat(health().isClean()).isFalse();

        source.has("ABC", "GBp", days(FIRST, NEXT, day -> 1.0));
        backfill(null, false);

        assertThat(health().isClean()).isTrue();
    }

    @Test
    void takesOneCorrectedDayWithoutFetchingEverythingAgain() throws Exception {
        LocalDate corrected = LocalDate.of(2026, 11, 18);
        source.has("ABC", "GBp", days(FIRST, NEXT, day -> day.equals(corrected) ? 1.02 : 1.0));
        int before = source.requests().size();

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(source.requests()).hasSize(before + 1);
        assertThat(market.bars("ABC"))
                .filteredOn(row -> row.bar().date().equals(corrected))
                .singleElement()
                .satisfies(row -> assertThat(row.bar().close())
                        .isEqualTo((100 + 3 * Math.sin((double) corrected.toEpochDay())) * 0.0102, within(1e-6)));
    }

    @Test
    void keepsStoredVolumesWhenAnAnswerHasNone() throws Exception {
        source.has("ABC", "GBp", days(FIRST, NEXT, day -> 1.0));
        source.leavesOut("volume");

        assertThat(backfill(null, false).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.rows("daily_bar where volume = 1000")).isEqualTo(232);
        assertThat(market.rows("daily_bar where volume = 0")).isEqualTo(5);

        backfill(null, true);

        assertThat(health().conflict()).startsWith("column_missing: stored are volumes of 232 days");
        assertThat(market.rows("daily_bar where volume = 1000")).isEqualTo(232);

        source.leavesOut("");
        backfill(null, false);

        assertThat(health().conflict()).isNull();
        assertThat(market.rows("daily_bar where volume = 1000")).isEqualTo(237);
    }

    @Test
    void keepsStoredAdjustedClosesWhenAnAnswerHasNone() throws Exception {
        LocalDate paid = LocalDate.of(2026, 11, 19);
        List<Day> days = days(FIRST, NEXT, day -> 1.0).stream()
                .map(day -> day.date().isBefore(paid) ? new Day(day.date(), day.close(), day.close() * 0.98) : day)
                .toList();
        source.has("ABC", "GBp", days);
        market.at("2026-11-21T12:00:00Z");
        assertThat(backfill(null, true).exitCode()).isEqualTo(ExitCode.DONE);
        market.at("2026-11-28T12:00:00Z");
        source.leavesOut("adjclose");

        backfill(null, false);

        assertThat(health().conflict()).startsWith("column_missing: stored are adjusted closes");
        assertThat(market.rows("daily_bar where adjusted_close < close")).isEqualTo(230);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void remembersWhatAPersonHasAccepted(boolean whole) throws Exception {
        source.has("ABC", "GBp", days(FIRST, NEXT, day -> day.isBefore(LocalDate.of(2026, 11, 16)) ? 1 : 0.01));
        backfill(null, true);
        assertThat(health().conflict()).startsWith("change_of_unit");

        BackfillRequest accepting = new BackfillRequest(List.of(new Symbol("ABC")), null, null, false, true);
        assertThat(market.backfill(accepting).exitCode()).isEqualTo(ExitCode.DONE);
        List<StoredBar> accepted = market.bars("ABC");

        assertThat(health().isClean()).isTrue();
        for (int night = 0; night < 3; night++) {
            assertThat(backfill(null, whole).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(health().isClean()).isTrue();
        }
        assertThat(market.bars("ABC")).isEqualTo(accepted);
    }
}
