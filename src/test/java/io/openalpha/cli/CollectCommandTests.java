package io.openalpha.cli;

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
                .anyMatch(line -> line.matches("AAPL,[0-9.]+,[0-9]+,[0-9T:-]{19},yahoo,USD"))
                .anyMatch(line -> line.matches("ALL\\.AX,[0-9.]+,[0-9]+,[0-9T:-]{19},yahoo,AUD"));
        assertThat(console.getErr()).contains("INFO  Collected AAPL using yahoo (primary)");
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
