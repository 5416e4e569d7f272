package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.WholeHistory;
import io.openalpha.simulator.MarketOrders;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CollectCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Simulator market = Simulator.start(SimulatorOptions.defaults());

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database).with("openalpha.source.yahoo.base-url", market.yahooUrl());
    }

    CollectCommandTests() throws IOException {}

    @Test
    void collectsWhatIsNamedAndPrintsIt(CapturedOutput console) {
        CommandRun run = CommandRun.of("collect", "aapl", "ALL.AX", "--csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("AAPL,[0-9.]+,[0-9]+,[0-9T:-]{19},yahoo,USD,(true|false)"))
                .anyMatch(line -> line.matches("ALL\\.AX,[0-9.]+,[0-9]+,[0-9T:-]{19},yahoo,AUD,(true|false)"));
        assertThat(console.getErr())
                .contains("INFO  Collected AAPL using yahoo (primary)")
                .containsOnlyOnce("INFO  Collected 2 of 2 symbols (yahoo 2)");
    }

    @Test
    void printsOnlyWhatTheRunStored() {
        CommandRun.of("collect", "AAPL", "MSFT", "--run-id", "earlier");
        market.order(SimulatorOrders.none().withMarket(MarketOrders.plain().withUnknownSymbols(Set.of("MSFT"))));

        assertThat(CommandRun.of("collect", "AAPL", "MSFT", "--csv").out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("AAPL,"));
        assertThat(CommandRun.of("collect", "AAPL", "MSFT", "--run-id", "earlier", "--csv")
                        .out())
                .contains("AAPL,", "MSFT,");
    }

    @Test
    void shardsOfACycleCollectEachSymbolOnceAndAreShownWithTheirSum() {
        for (int index = 0; index < 3; index++) {
            CommandRun run = CommandRun.of(
                    "collect", "AAPL", "MSFT", "BRK.B", "XOM", "--shard", index + "/3", "--run-id", "cycle");
            assertThat(run.exitCode()).isZero();
        }

        assertThat(market.stats().yahoo().symbols())
                .containsOnlyKeys("AAPL", "MSFT", "BRK-B", "XOM")
                .allSatisfy((symbol, requests) -> assertThat(requests).isOne());
        assertThat(CommandRun.of("runs", "cycle").out().lines())
                .filteredOn(line -> line.contains(" COMPLETED "))
                .anyMatch(line -> line.contains(" 0/3 "))
                .anyMatch(line -> line.contains(" 2/3 "))
                .anyMatch(line -> line.contains(" all ") && line.endsWith("collected.yahoo 4"));
    }

    @Test
    void endsWithOneIfANamedSymbolIsInConflictWithItsBars(CapturedOutput console) {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        DailyBar bar = new DailyBar(yesterday, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1_000, true);
        WholeHistory.store(database.dataSource(), Map.of(new Symbol("AAPL"), List.of(bar)));

        CommandRun run = CommandRun.of("collect", "AAPL", "MSFT", "--csv");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("MSFT,").doesNotContain("AAPL,");
        assertThat(console.getErr())
                .contains("AAPL is in conflict, its price is not stored: change_of_unit")
                .contains("Collected 1 of 2 symbols (yahoo 1), 1 failed (in_conflict 1)");
        assertThat(CommandRun.of("collect").exitCode()).isZero();
    }

    @Test
    void refusesAShardOfNoRun() {
        CommandRun run = CommandRun.of("collect", "AAPL", "--shard", "0/3");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--shard 0/3 needs --run-id: give all 3 parts of the run the same id");
        assertThat(market.stats().yahoo().symbols()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAShard() {
        assertThat(CommandRun.of("collect", "--shard", "3/3"))
                .extracting(
                        CommandRun::exitCode,
                        run -> run.err().lines().findFirst().orElse(""))
                .satisfies(end -> assertThat(end.toString()).contains("2", "there is no shard 3 of 3"));
        surroundings.with("openalpha.shard.index", 4).with("openalpha.shard.count", 4);

        CommandRun run = CommandRun.of("collect", "AAPL");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("setting openalpha.shard.index is 4 but must be less than openalpha.shard.count");
    }

    @Test
    void doesNothingForARunThatIsCompleted(CapturedOutput console) {
        CommandRun.of("collect", "AAPL", "--run-id", "once");
        long asked = market.stats().yahoo().requests();

        assertThat(CommandRun.of("collect", "AAPL", "--run-id", "once").exitCode())
                .isZero();

        assertThat(market.stats().yahoo().requests()).isEqualTo(asked);
        assertThat(console.getErr()).contains("collect run once is already completed");
    }
}
