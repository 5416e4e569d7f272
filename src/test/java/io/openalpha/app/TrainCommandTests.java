package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrainCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        surroundings.with(database).with("openalpha.model.folder", folder);
    }

    @Test
    void skipsTheTrainingWhereNothingIsStored(CapturedOutput console) {
        CommandRun run = CommandRun.of("train");

        assertThat(run.exitCode()).isZero();
        assertThat(console.getErr())
                .contains("WARN", "Training skipped: 0 clean final bars of 0 symbols, fewer than the 10000 of 20")
                .contains("train completed after ")
                .doesNotContain("\tat ");
        assertThat(CommandRun.of("models", "list").err()).startsWith("No models yet");
    }

    @Test
    void doesNothingForARunThatIsCompleted(CapturedOutput console) {
        CommandRun.of("train", "--run-id", "once");

        assertThat(CommandRun.of("train", "--run-id", "once").exitCode()).isZero();

        assertThat(console.getErr())
                .contains("train run once is already completed")
                .containsOnlyOnce("Training skipped");
    }

    @Test
    void refusesASettingThatMakesNoSense() {
        surroundings.with("openalpha.training.folds", "3");

        CommandRun run = CommandRun.of("train");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("folds", "3", "4").doesNotContain("\tat ");
    }

    @Test
    void explainsItself() {
        CommandRun run = CommandRun.of("train", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: openalpha train", "--run-id");
    }
}
