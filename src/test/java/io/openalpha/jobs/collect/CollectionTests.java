package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.WholeHistory;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.StopSignal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionTests {

    private static final String[] TEN =
            IntStream.range(0, 10).mapToObj(i -> "S" + i).toArray(String[]::new);

    @Test
    void everyEnabledSymbolIsCollectedOnce() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "12.5"));
                CollectionHarness harness = new CollectionHarness(yahoo.url(), "openalpha.collection.chunk-size=3")) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly(TEN);
            assertThat(harness.jdbc
                            .sql("select distinct price from quote")
                            .query(BigDecimal.class)
                            .list())
                    .singleElement()
                    .satisfies(price -> assertThat(price).isEqualByComparingTo("12.5"));
        }
    }

    @Test
    void aRunLeavesPartitionsForTheMonthsToCome() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe("AAA");

            harness.collect("one");

            String last = "quote_"
                    + YearMonth.now(ZoneOffset.UTC).plusMonths(3).toString().replace('-', '_');
            assertThat(harness.jdbc
                            .sql("select to_regclass(:name) is not null")
                            .param("name", last)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void theSameRunIdDoesNothingOnceItIsCompleted() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe("AAA");
            harness.collect("one");

            RunEnd again = harness.collect("one");

            assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(again.message()).contains("already completed at");
            assertThat(yahoo.requestsFor("AAA")).isEqualTo(1);
        }
    }

    @Test
    void aSymbolThatNoSourceKnowsIsRecordedAndTheRestIsStored() throws Exception {
        try (YahooStub yahoo = new YahooStub(
                        (symbol, request) -> symbol.equals("S3") ? YahooStub.unknown() : YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).hasSize(9).doesNotContain("S3");
            assertThat(harness.failures()).containsExactly("S3 not_found");
            assertThat(yahoo.requestsFor("S3")).isEqualTo(1);
        }
    }

    @Test
    void aSymbolThatFailsAtFirstIsHadByTheRetryOfTheSameRun() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) ->
                        symbol.equals("S3") && request <= 3 ? YahooStub.broken() : YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly(TEN);
            assertThat(harness.failures()).isEmpty();
        }
    }

    @Test
    void aQuoteThatTheDatabaseRefusesCostsOnlyItself() throws Exception {
        try (YahooStub yahoo = new YahooStub(
                        (symbol, request) -> YahooStub.price(symbol, symbol.equals("S3") ? "1e19" : "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).hasSize(9).doesNotContain("S3");
            assertThat(harness.failures()).containsExactly("S3 refused");
        }
    }

    @Test
    void aPriceInAnotherUnitThanTheBarsIsInConflictAndCostsOnlyItself() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "152"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            WholeHistory.store(
                    harness.database.dataSource(),
                    Map.of(new Symbol("PENCE"), barsUntilToday(1.5), new Symbol("FALLEN"), barsUntilToday(500)));
            harness.universe("PENCE", "FALLEN", "NEW");

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly("FALLEN", "NEW");
            assertThat(harness.failures()).containsExactly("PENCE in_conflict");
            assertThat(harness.jdbc
                            .sql("select detail from collection_failure")
                            .query(String.class)
                            .single())
                    .contains("change_of_unit: stored are prices of about 1.5 on ", "the source has a price of 152");
        }
    }

    private static List<DailyBar> barsUntilToday(double close) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return IntStream.rangeClosed(0, 3)
                .mapToObj(day ->
                        new DailyBar(today.minusDays(3 - day), close, close, close, close, close, 1_000 + day, true))
                .toList();
    }

    @Test
    void aRunInWhichTooManySymbolsFailIsFailed() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) ->
                        symbol.compareTo("S3") < 0 ? YahooStub.unknown() : YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(end.message()).contains("30 % of the symbols failed, more than the 20 % allowed");
            assertThat(harness.quoted()).hasSize(7);
        }
    }

    @Test
    void anOutageEndsInBoundedTimeAndTheSameRunGoesOnAfterIt() throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        try (YahooStub yahoo = new YahooStub((symbol, request) ->
                        symbol.compareTo("S4") < 0 || up.get() ? YahooStub.price(symbol, "1") : YahooStub.broken());
                CollectionHarness harness = new CollectionHarness(
                        yahoo.url(),
                        "openalpha.collection.chunk-size=2",
                        "openalpha.collection.in-flight=1",
                        "openalpha.source.breaker.open=1h",
                        "openalpha.source.breaker.failures=2")) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(end.message()).contains("no source could be asked for every symbol within the time limit");
            assertThat(harness.quoted()).containsExactly("S0", "S1", "S2", "S3");
            up.set(true);
            try (CollectionHarness later = harness.again(yahoo.url())) {
                assertThat(later.collect("one").exitCode()).isEqualTo(ExitCode.DONE);
            }
            assertThat(harness.quoted()).containsExactly(TEN);
            assertThat(harness.failures()).isEmpty();
            assertThat(yahoo.requestsFor("S3")).isEqualTo(1);
        }
    }

    @Test
    void symbolsThatNoSourceCouldBeAskedForAreMissingAndTheSameRunGoesOnWithThem() throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        try (YahooStub yahoo = new YahooStub(
                        (symbol, request) -> up.get() ? YahooStub.price(symbol, "1") : YahooStub.tooMany(600));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe("AAA", "BBB", "CCC");

            RunEnd end = harness.collect("one");

            assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(end.message())
                    .contains("no source could be asked for every symbol within the time limit, 3 of 3 are missing")
                    .contains("yahoo: asked to be left alone until 20")
                    .contains("--run-id one");
            assertThat(harness.counts()).isEqualTo("{\"asked\": 3}");
            assertThat(harness.failures()).isEmpty();
            up.set(true);
            try (CollectionHarness later = harness.again(yahoo.url())) {
                assertThat(later.collect("one").exitCode()).isEqualTo(ExitCode.DONE);
            }
            assertThat(harness.quoted()).containsExactly("AAA", "BBB", "CCC");
            assertThat(harness.counts()).isEqualTo("{\"asked\": 3, \"collected.yahoo\": 3}");
        }
    }

    @Test
    void whatCameBehindASlowSymbolIsKeptAndNotAskedForAgain() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> {
                    if (symbol.equals("S2") && request == 1) {
                        goOn.await();
                    }
                    return YahooStub.price(symbol, "1");
                });
                CollectionHarness harness = new CollectionHarness(
                        yahoo.url(), "openalpha.collection.chunk-size=3", "openalpha.collection.in-flight=2")) {
            harness.universe(TEN);
            StopSignal stop = harness.context.getBean(StopSignal.class);
            CompletableFuture<RunEnd> run =
                    CompletableFuture.supplyAsync(() -> collect(harness), task -> new Thread(task).start());
            await().until(() -> harness.quoted().size() == 9);

            assertThat(harness.openTransactions()).isZero();
            stop.request();

            assertThat(run.get().exitCode()).isEqualTo(ExitCode.STOPPED);
            goOn.countDown();
            try (CollectionHarness later = harness.again(yahoo.url())) {
                assertThat(later.collect("one").exitCode()).isEqualTo(ExitCode.DONE);
            }
            assertThat(harness.quoted()).containsExactly(TEN);
            assertThat(harness.counts()).isEqualTo("{\"asked\": 10, \"collected.yahoo\": 10}");
            assertThat(yahoo.requestsFor("S1")).isEqualTo(1);
            assertThat(yahoo.requestsFor("S9")).isEqualTo(1);
        }
    }

    @Test
    void aRunThatWaitsForASourceHoldsNoTransaction() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> {
                    asked.countDown();
                    goOn.await();
                    return YahooStub.price(symbol, "1");
                });
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);
            CompletableFuture<RunEnd> run =
                    CompletableFuture.supplyAsync(() -> collect(harness), task -> new Thread(task).start());
            asked.await();

            assertThat(harness.openTransactions()).isZero();

            goOn.countDown();
            assertThat(run.get().exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void aStoppedRunGoesOnWhereItStopped() throws Exception {
        CountDownLatch fifth = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> {
                    if (symbol.equals("S4") && request == 1) {
                        fifth.countDown();
                        goOn.await();
                    }
                    return YahooStub.price(symbol, "1");
                });
                CollectionHarness harness = new CollectionHarness(
                        yahoo.url(), "openalpha.collection.chunk-size=2", "openalpha.collection.in-flight=1")) {
            harness.universe(TEN);
            StopSignal stop = harness.context.getBean(StopSignal.class);
            CompletableFuture<RunEnd> run =
                    CompletableFuture.supplyAsync(() -> collect(harness), task -> new Thread(task).start());
            await().until(() -> fifth.getCount() == 0);

            stop.request();

            assertThat(run.get().exitCode()).isEqualTo(ExitCode.STOPPED);
            assertThat(harness.quoted()).containsExactly("S0", "S1", "S2", "S3");
            goOn.countDown();
            try (CollectionHarness later = harness.again(yahoo.url())) {
                assertThat(later.collect("one").exitCode()).isEqualTo(ExitCode.DONE);
            }
            assertThat(harness.quoted()).containsExactly(TEN);
            assertThat(yahoo.requestsFor("S3")).isEqualTo(1);
        }
    }

    @Test
    void aNamedSymbolOutsideTheUniverseIsCollectedButNotEnabled() throws Exception {
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {
            harness.universe(TEN);

            RunEnd end = harness.collect("one", new Symbol("ZZZ"), new Symbol("S1"));

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly("S1", "ZZZ");
            assertThat(harness.jdbc
                            .sql("select enabled from symbol where name = 'ZZZ'")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void hundredsOfSymbolsCanBeNamed() throws Exception {
        Symbol[] symbols = IntStream.range(0, 700)
                .mapToObj(i -> new Symbol("LONGNAME" + (1000 + i)))
                .toArray(Symbol[]::new);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {

            assertThat(harness.collect("one", symbols).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).hasSize(700);
        }
    }

    @Test
    void theCountsOfTheStepsAreThoseOfTheRows() throws Exception {
        try (YahooStub yahoo = new YahooStub(
                        (symbol, request) -> symbol.equals("S3") ? YahooStub.unknown() : YahooStub.price(symbol, "1"));
                CollectionHarness harness = new CollectionHarness(yahoo.url(), "openalpha.collection.chunk-size=4")) {
            harness.universe(TEN);

            harness.collect("one");

            assertThat(harness.jdbc
                            .sql("select write_count from batch_step_execution where step_name = 'collect'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(10);
            assertThat(harness.counts()).isEqualTo("{\"asked\": 10, \"collected.yahoo\": 9, \"failed.not_found\": 1}");
        }
    }

    private static RunEnd collect(CollectionHarness harness) {
        try {
            return harness.collect("one");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
