package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.run.ExitCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Commands that run in pods, which may start before their database does. */
@ExtendWith(OutputCaptureExtension.class)
class AwaitedDatabaseTests {

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @ParameterizedTest
    @ValueSource(strings = {"collect", "backfill", "train", "migrate", "serve --port 0 --management-port 0"})
    void isWaitedForByEachAndThatIsSaid(String command, CapturedOutput output) {
        surroundings
                .with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/openalpha")
                .with("openalpha.database.wait", "1");

        CommandRun run = CommandRun.of(command.split(" "));

        assertThat(output.getErr())
                .containsOnlyOnce("Waiting for the database, 1 s at most: The database jdbc:postgresql");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err()).contains("cannot be reached");
    }
}
