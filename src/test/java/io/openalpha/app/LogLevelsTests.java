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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogLevelsTests {

    private static final String KEY = "S3CR3TK3Y";

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Simulator market = Simulator.start(SimulatorOptions.defaults());

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    LogLevelsTests() throws IOException {}

    @BeforeEach
    void connect() {
        surroundings
                .with(database)
                .with("openalpha.source.preferred", "alphavantage")
                .with("openalpha.source.yahoo.base-url", market.yahooUrl())
                .with("openalpha.source.alphavantage.base-url", market.alphaVantageUrl())
                .with("openalpha.source.alphavantage.api-key", KEY)
                .with("openalpha.source.alphavantage.calls-per-second", 100)
                .with("openalpha.source.alphavantage.calls-per-minute", 100);
    }

    @Test
    void librariesAreQuietUnlessAskedFor(CapturedOutput console) {
        String before = console.getOut();

        assertThat(CommandRun.of("collect", "AAPL").exitCode()).isZero();

        assertThat(console.getErr())
                .contains("INFO  Collected AAPL")
                .doesNotContain("Executing step", "Creating new transaction");
        assertThat(console.getOut()).isEqualTo(before);
    }

    @Test
    void verboseLogsWhatLibrariesDo(CapturedOutput console) {
        String before = console.getOut();

        assertThat(CommandRun.of("collect", "--verbose", "AAPL").exitCode()).isZero();

        assertThat(console.getErr()).contains("Executing step: [collect]", "HikariPool");
        assertThat(console.getOut()).isEqualTo(before);
    }

    @Test
    void quietLogsNoProgress(CapturedOutput console) {
        assertThat(CommandRun.of("collect", "--quiet", "AAPL").exitCode()).isZero();

        assertThat(console.getErr()).doesNotContain("Collected AAPL", "Executing step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debug", "TRACE"})
    void theEnvironmentSetsALevelThatAnOptionOverrides(String level, CapturedOutput console) {
        surroundings.with(LogLevels.SETTING, level);

        CommandRun.of("collect", "AAPL", "-q");
        assertThat(console.getErr()).doesNotContain("Executing step");

        CommandRun.of("collect", "AAPL");
        assertThat(console.getErr()).contains("Executing step: [collect]");
    }

    @Test
    void theLevelOfASingleLoggerHasPrecedence(CapturedOutput console) {
        surroundings.with(LogLevels.SETTING, "error").with("logging.level.org.springframework.batch", "info");

        CommandRun.of("collect", "AAPL");

        assertThat(console.getErr()).contains("Executing step: [collect]").doesNotContain("Collected AAPL");
    }

    @Test
    void refusesALevelThatThereIsNot() {
        surroundings.with(LogLevels.SETTING, "loud");

        CommandRun run = CommandRun.of("quotes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(("openalpha: setting openalpha.log-level (OPENALPHA_LOG_LEVEL) is 'loud' but must be one"
                                + " of [error, warn, info, debug, trace]%n")
                        .formatted());
        assertThat(CommandRun.of("quotes", "-q", "-v").err()).contains("contradict each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debug", "trace"})
    void noLevelLogsTheKeyOrThePasswordOfTheDatabase(String level, CapturedOutput console) {
        String separator = database.url().contains("?") ? "&" : "?";
        surroundings
                .with(LogLevels.SETTING, level)
                .with("spring.datasource.url", database.url() + separator + "password=" + database.password());

        CommandRun run = CommandRun.of("collect", "AAPL");
        surroundings.with("spring.datasource.url", "jdbc:postgresql:no//where?password=" + database.password());
        CommandRun refused = CommandRun.of("collect", "AAPL");

        assertThat(market.stats().alphaVantage().requests()).isPositive();
        assertThat(refused.exitCode()).isNotZero();
        assertThat(console.getAll() + run.err() + refused.err())
                .contains("HikariPool")
                .doesNotContain(KEY)
                .doesNotContain(database.password());
    }
}
