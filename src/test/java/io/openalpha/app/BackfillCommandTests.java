package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BackfillCommandTests {

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

    BackfillCommandTests() throws IOException {}

    @Test
    void fetchesTheDaysAskedForOfTheSymbolsThatAreNamed(CapturedOutput console) {
        CommandRun run = CommandRun.of("backfill", "aapl", "--from", "2024-01-02", "--to", "2024-01-05");

        assertThat(run.exitCode()).isZero();
        assertThat(console.getErr()).containsOnlyOnce("Backfilled 1 of 1 symbols (yahoo 1): 4 bars");
        assertThat(CommandRun.of("bars", "AAPL", "--csv").out().lines())
                .hasSize(5)
                .element(1)
                .asString()
                .startsWith("AAPL,2024-01-02,");
    }

    @Test
    void doesNothingForARunThatIsCompleted(CapturedOutput console) {
        String[] command = {"backfill", "AAPL", "--from", "2024-01-02", "--run-id", "once"};
        CommandRun.of(command);
        long asked = market.stats().yahoo().requests();

        assertThat(CommandRun.of(command).exitCode()).isZero();

        assertThat(market.stats().yahoo().requests()).isEqualTo(asked);
        assertThat(console.getErr()).contains("backfill run once is already completed");
    }

    @Test
    void refusesAHistoryThatEndsBeforeItBegins() {
        CommandRun run = CommandRun.of("backfill", "AAPL", "--from", "2024-02-01", "--to", "2024-01-01");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the history ends on 2024-01-01, before it begins on 2024-02-01");
    }
}
