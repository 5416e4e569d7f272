package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.DataCheck;
import io.openalpha.market.SeriesHealth;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.simulator.FaultRates;
import io.openalpha.simulator.MarketOrders;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BackfillTests {

    private static final String EVENING = "2026-11-10T23:30:00Z";
    private static final String WEEK_LATER = "2026-11-17T23:30:00Z";

    @AutoClose
    private final BackfillMarket market = new BackfillMarket("--openalpha.backfill.history=1y");

    BackfillTests() throws IOException {}

    private MarketOrders quiet() {
        return MarketOrders.plain().withShares(0, 0);
    }

    @Test
    void storesEveryDayOfTheYearsAskedFor() throws InterruptedException {
        market.at(EVENING);

        assertThat(market.backfill("AAPL", "ALL.AX").exitCode()).isEqualTo(ExitCode.DONE);

        List<StoredBar> apple = market.bars("AAPL");
        assertThat(apple).hasSizeBetween(240, 253);
        assertThat(apple.get(apple.size() - 1).bar().date()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(market.bars("ALL.AX")).isNotEmpty().allSatisfy(row -> assertThat(
                        row.bar().date().getDayOfWeek().getValue())
                .isLessThan(6));
    }

    @Test
    void asksAgainOnlyForTheOverlapAndWhatIsNew() throws InterruptedException {
        market.at(EVENING).backfill("TSLA");
        List<StoredBar> before = market.bars("TSLA");
        market.at(WEEK_LATER).backfill("TSLA");

        List<StoredBar> after = market.bars("TSLA");
        assertThat(after).hasSize(before.size() + 5).startsWith(before.toArray(StoredBar[]::new));
        assertThat(market.table("select counts->>'bars' as bars from run_progress where step = 'backfill'"
                        + " order by job_instance_id"))
                .last()
                .hasToString("{bars=11}");
    }

    @Test
    void restatesTheWholeHistoryAfterASplitADividendAndAChangeWithoutReason() throws Exception {
        market.at(EVENING).backfill("AAPL");
        for (String event : List.of(
                "AAPL split 4:1 on 2026-11-12", "AAPL dividend 0.5 on 2026-11-13", "AAPL restate 1.01 on 2026-11-16")) {
            market.with(market.orders().market().withEvents(event)).at(WEEK_LATER);
            market.backfill("AAPL");

            assertThat(market.bars("AAPL")).isEqualTo(fullFetch());
        }
        assertThat(market.rows("bar_restatement")).isEqualTo(3);
    }

    @Test
    void keepsTheOldAndTheNewFactorOfARestatement() throws Exception {
        market.at(EVENING).backfill("AAPL");
        market.with(quiet().withEvents("AAPL split 4:1 on 2026-11-12"))
                .at(WEEK_LATER)
                .backfill("AAPL");

        double oldFactor = market.jdbc()
                .sql("select old_factor from bar_restatement")
                .query(Double.class)
                .single();
        double newFactor = market.jdbc()
                .sql("select new_factor from bar_restatement")
                .query(Double.class)
                .single();
        assertThat(oldFactor / newFactor).isBetween(3.9, 4.1);
        assertThat(market.table("select symbol, kind, value from corporate_action where kind = 'split'"))
                .last()
                .hasToString("{symbol=AAPL, kind=split, value=4.0}");
    }

    /** What a new database would have. */
    private List<StoredBar> fullFetch() throws Exception {
        try (BackfillMarket other = new BackfillMarket("--openalpha.backfill.history=1y")) {
            LocalDate since = market.jdbc()
                    .sql("select since from bar_series")
                    .query(LocalDate.class)
                    .single();
            other.order(market.orders());
            other.backfill(BackfillMarket.request(since.toString(), null, "AAPL"));
            return other.bars("AAPL");
        }
    }

    @Test
    void storesTheBarOfARunningSessionAsNotFinal() throws InterruptedException {
        market.backfill("BTC-USD");

        List<StoredBar> bars = market.bars("BTC-USD");
        assertThat(bars.subList(0, bars.size() - 1)).allMatch(row -> row.bar().isFinal());
        assertThat(bars.get(bars.size() - 1).bar().isFinal()).isFalse();
    }

    @Test
    void quarantinesWhatCannotBeBelievedAndStoresTheRest() throws InterruptedException {
        market.with(quiet().withDefects(
                                "A high-below-low on 2026-10-01",
                                "B jump on 2026-10-01",
                                "C zero-price on 2026-10-01",
                                "D negative-volume on 2026-10-01",
                                "E duplicate on 2026-10-01",
                                "F stale 10 on 2026-10-01",
                                "G nan-adjclose on 2026-10-01",
                                "H infinite-adjclose on 2026-10-01"))
                .at(EVENING);
        market.backfill("A", "B", "C", "D", "E", "F", "G", "H", "MSFT");

        assertThat(market.table("select symbol, reason, count(*) from bar_quarantine group by 1, 2 order by 1")
                        .toString())
                .isEqualTo("[{symbol=A, reason=high_below_low, count=1}, {symbol=B, reason=jump, count=1},"
                        + " {symbol=C, reason=non_positive, count=1}, {symbol=D, reason=negative_volume, count=1},"
                        + " {symbol=E, reason=duplicate_date, count=1}, {symbol=F, reason=stale, count=10},"
                        + " {symbol=G, reason=not_a_number, count=1}, {symbol=H, reason=not_a_number, count=1}]");
        int days = market.bars("MSFT").size();
        assertThat(market.bars("A", "B", "C", "D", "G", "H")).hasSize(6 * (days - 1));
        assertThat(market.bars("E")).hasSize(days);
        assertThat(market.bars("F")).hasSize(days - 10);
    }

    @Test
    void takesBackWhatTurnsOutToBeStaleLater() throws InterruptedException {
        market.with(quiet().withDefects("F stale 10 on 2026-11-03"));
        for (int day = 9; day <= 20; day++) {
            market.at(LocalDate.of(2026, 11, day) + "T23:30:00Z").backfill("F");
        }

        assertThat(market.bars("F"))
                .noneMatch(row -> row.bar().date().isAfter(LocalDate.of(2026, 11, 2))
                        && row.bar().date().isBefore(LocalDate.of(2026, 11, 17)));
        assertThat(market.rows("bar_quarantine where reason = 'stale'")).isEqualTo(10);
    }

    @Test
    void healsAGapOnceTheSourceHasTheDay() throws InterruptedException {
        market.with(quiet().withDefects(
                                "AAPL missing on 2026-10-01",
                                "IBM null-row on 2026-10-02",
                                "KO partly-null on 2026-10-05"))
                .at(EVENING);
        market.backfill("AAPL", "IBM", "KO", "MSFT", "XOM", "GE", "F");
        assertThat(market.table("select symbol, date, tries from bar_gap order by symbol")
                        .toString())
                .isEqualTo("[{symbol=AAPL, date=2026-10-01, tries=1}, {symbol=IBM, date=2026-10-02, tries=1},"
                        + " {symbol=KO, date=2026-10-05, tries=1}]");

        market.with(quiet().withDefects("AAPL missing on 2026-10-01")).at(WEEK_LATER);
        market.backfill("AAPL", "IBM", "KO", "MSFT", "XOM", "GE", "F");
        market.backfill("AAPL", "IBM", "KO", "MSFT", "XOM", "GE", "F");
        market.backfill("AAPL", "IBM", "KO", "MSFT", "XOM", "GE", "F");

        assertThat(market.table("select symbol, date, tries from bar_gap order by symbol")
                        .toString())
                .isEqualTo("[{symbol=AAPL, date=2026-10-01, tries=3}]");
        assertThat(market.bars("IBM")).hasSameSizeAs(market.bars("MSFT"));
    }

    @Test
    void goesOnWithAFallbacksPricesWhereTheyAgreeWithTheStoredOnes() throws Exception {
        try (BackfillMarket both = new BackfillMarket(
                "--openalpha.backfill.history=1y",
                "--openalpha.source.alphavantage.api-key=" + BackfillMarket.KEY,
                "--openalpha.source.alphavantage.calls-per-second=50",
                "--openalpha.source.alphavantage.calls-per-minute=74")) {
            both.at(EVENING).backfill("TSLA");
            List<StoredBar> before = both.bars("TSLA");
            SimulatorOrders orders = both.at(WEEK_LATER).orders();
            both.order(orders.withYahoo(orders.yahoo().withFaults(new FaultRates(1, 0, 0, 0, 0, 0))));
            both.backfill("TSLA");

            List<StoredBar> after = both.bars("TSLA");
            assertThat(after).hasSize(before.size() + 5).startsWith(before.toArray(StoredBar[]::new));
            assertThat(after.subList(before.size(), after.size()))
                    .allMatch(row ->
                            row.source().equals("alphavantage") && row.bar().isAdjusted());
        }
    }

    @Test
    void leavesTheStoredPricesAloneWhereAFallbacksDoNotAgree() throws Exception {
        try (BackfillMarket both = new BackfillMarket(
                "--openalpha.backfill.history=1y",
                "--openalpha.source.alphavantage.api-key=" + BackfillMarket.KEY,
                "--openalpha.source.alphavantage.calls-per-second=50",
                "--openalpha.source.alphavantage.calls-per-minute=74")) {
            both.at(EVENING).backfill("TSLA");
            List<StoredBar> before = both.bars("TSLA");
            SimulatorOrders orders = both.with(quiet().withEvents("TSLA split 4:1 on 2026-11-12"))
                    .at(WEEK_LATER)
                    .orders();
            both.order(orders.withYahoo(orders.yahoo().withFaults(new FaultRates(1, 0, 0, 0, 0, 0))));
            both.backfill("TSLA");
            both.order(orders);
            both.backfill("TSLA");

            assertThat(both.rows("bar_restatement")).isOne();
            assertThat(both.bars("TSLA").get(0).bar().close())
                    .isCloseTo(before.get(0).bar().close() / 4, Offset.offset(0.01));
        }
    }

    @Test
    void marksPricesAsTradedAndReplacesThemWhenAdjustedOnesCome() throws Exception {
        try (BackfillMarket fallback = new BackfillMarket(
                "--openalpha.backfill.history=1y",
                "--openalpha.source.alphavantage.api-key=" + BackfillMarket.KEY,
                "--openalpha.source.alphavantage.calls-per-second=50",
                "--openalpha.source.alphavantage.calls-per-minute=74",
                "--openalpha.source.preferred=alphavantage")) {
            fallback.at(EVENING).backfill("AAPL");
            assertThat(fallback.bars("AAPL")).hasSize(100).allSatisfy(row -> {
                assertThat(row.source()).isEqualTo("alphavantage");
                assertThat(row.bar().isAdjusted()).isFalse();
            });
            assertThat(fallback.rows("bar_series where not adjusted")).isOne();

            SimulatorOrders orders = fallback.orders();
            fallback.order(orders.withAlphaVantage(orders.alphaVantage().withFaults(new FaultRates(1, 0, 0, 0, 0, 0))));
            fallback.backfill("AAPL");
            assertThat(fallback.bars("AAPL")).hasSizeGreaterThan(240).allMatch(row -> row.source()
                    .equals("yahoo"));
        }
    }

    @Test
    void findsEveryPlantedDefectAndNothingElse() throws InterruptedException {
        String[] all = {
            "A", "B", "C", "D", "E", "F", "G", "H", "AAPL", "IBM", "KO", "MSFT", "XOM", "GE", "T", "V", "JPM"
        };
        market.with(quiet().withDefects(
                                "A high-below-low on 2026-10-01",
                                "B jump on 2026-10-01",
                                "C zero-price on 2026-10-01",
                                "D negative-volume on 2026-10-01",
                                "E duplicate on 2026-10-01",
                                "F stale 10 on 2026-10-01",
                                "G nan-adjclose on 2026-10-01",
                                "H infinite-adjclose on 2026-10-01",
                                "AAPL missing on 2026-10-01",
                                "IBM null-row on 2026-10-02",
                                "KO partly-null on 2026-10-05"))
                .at(EVENING)
                .backfill(all);

        List<Symbol> named = Stream.of(all).map(Symbol::new).toList();
        assertThat(market.bean(DataCheck.class).health(named))
                .filteredOn(health -> !health.isClean() || health.lacking() > 0)
                .extracting(health -> health.symbol() + (health.isClean() ? " noted" : ""))
                .containsExactly("A", "AAPL noted", "B", "C", "D", "E", "F", "G", "H", "IBM noted", "KO noted");

        market.with(quiet()).at(EVENING).backfill(new BackfillRequest(named, null, null, true, false));
        assertThat(market.bean(DataCheck.class).health(named)).allMatch(SeriesHealth::isClean);
    }

    @Test
    void findsNothingButANoteOnAPlainMarketWithHalts() throws InterruptedException {
        market.with(MarketOrders.plain().withEvents("AAPL halt on 2026-03-03", "IBM halt on 2026-10-01"))
                .at(EVENING)
                .backfill("AAPL", "BTC-USD", "GE", "IBM", "KO", "MSFT", "XOM");

        assertThat(market.bean(DataCheck.class).health(List.of()))
                .hasSize(7)
                .allMatch(SeriesHealth::isClean)
                .filteredOn(health -> health.lacking() > 0)
                .extracting(health -> health.symbol().name())
                .contains("AAPL", "IBM");
    }

    @Test
    void findsGapsThatTheSourceCouldNotBeAskedFor() throws InterruptedException {
        market.with(quiet().withEvents("AAPL halt on 2026-03-03")).at(EVENING).backfill("AAPL", "CSCO", "INTC", "MSFT");
        market.jdbc().sql("update bar_gap set tries = 0").update();

        assertThat(market.bean(DataCheck.class).health(List.of()))
                .filteredOn(health -> !health.isClean())
                .extracting(health -> health.symbol().name())
                .containsExactly("AAPL");
    }

    @Test
    void findsSeriesOfWhichTheSourceLeavesOutMoreThanADayInAHundred() throws InterruptedException {
        market.with(quiet().withDefects(
                                "AAPL missing on 2026-10-01",
                                "AAPL missing on 2026-10-05",
                                "AAPL missing on 2026-10-07"))
                .at(EVENING);
        for (int run = 1; run <= 3; run++) {
            market.backfill("AAPL", "CSCO", "INTC", "MSFT");
        }

        assertThat(market.bean(DataCheck.class).health(List.of()))
                .filteredOn(health -> !health.isClean())
                .extracting(health -> health.symbol() + " " + health.absent())
                .containsExactly("AAPL 3");
    }

    @Test
    void forgetsAGapWhoseBarCameWithTheOverlap() throws InterruptedException {
        market.with(quiet().withDefects("AAPL missing on 2026-11-09")).at(EVENING);
        for (int run = 1; run <= 3; run++) {
            market.backfill("AAPL", "CSCO", "INTC", "MSFT");
        }
        assertThat(market.rows("bar_gap where tries = 3")).isOne();

        market.with(quiet()).at("2026-11-11T23:30:00Z").backfill("AAPL", "CSCO", "INTC", "MSFT");

        assertThat(market.rows("bar_gap")).isZero();
    }

    @Test
    void findsSymbolsThatHaveNoBarsOrLagBehind() throws InterruptedException {
        market.at(EVENING).backfill("AAPL", "MSFT", "TSLA");
        market.at("2026-11-20T23:30:00Z").backfill("AAPL", "MSFT");

        assertThat(market.bean(DataCheck.class).health(List.of(new Symbol("TSLA"), new Symbol("MMM"))))
                .extracting(health ->
                        health.symbol() + (health.isStale() ? " stale" : "") + (health.isEmpty() ? " empty" : ""))
                .containsExactly("MMM empty", "TSLA stale");
    }

    @Test
    void aHistoryThatTheDatabaseRefusesCostsOnlyItself() throws InterruptedException {
        market.jdbc()
                .sql("alter table bar_series add constraint planted check (symbol <> 'IBM')")
                .update();

        assertThat(market.at(EVENING)
                        .backfill("AAPL", "GE", "IBM", "KO", "MSFT", "XOM")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);

        assertThat(market.table("select item, reason from run_failure")).hasToString("[{item=IBM, reason=refused}]");
        assertThat(market.rows("bar_series")).isEqualTo(5);
        assertThat(market.table("select counts->>'asked' as asked, counts->>'backfill.yahoo' as had from run_progress"
                        + " where step = 'backfill'"))
                .hasToString("[{asked=6, had=5}]");
    }

    @Test
    void aGapOfASymbolThatVanishedIsGivenUpAndCostsNoOtherSymbolsRun() throws InterruptedException {
        market.at(EVENING).backfill("AAPL");
        market.jdbc().sql("""
                        with gone as (insert into symbol (name, enabled) values ('NOSUCH', false)),
                            series as (insert into bar_series select (s).* from (
                                select jsonb_populate_record(b, '{"symbol": "NOSUCH"}') s from bar_series b) t)
                        insert into daily_bar select (s).* from (
                            select jsonb_populate_record(b, '{"symbol": "NOSUCH"}') s from daily_bar b
                            where date <> '2026-10-01') t""").update();
        market.jdbc()
                .sql("insert into bar_gap (symbol, date, found_at) values ('NOSUCH', '2026-10-01', now())")
                .update();

        market.with(quiet().withUnknownSymbols(Set.of("NOSUCH")));
        for (int run = 1; run <= 3; run++) {
            assertThat(market.backfill("AAPL").exitCode()).isEqualTo(ExitCode.DONE);
        }

        assertThat(market.rows("run_failure")).isZero();
        assertThat(market.table("select symbol, tries from bar_gap")).hasToString("[{symbol=NOSUCH, tries=3}]");
    }
}
