package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchedProgramIntegrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @Test
    void runsTheJobUnderTheIdOfItsTask() {
        ProgramCommand openAlpha = new ProgramCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.openalpha.OpenAlpha"),
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.username(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "OPENALPHA_HOME", folder.toString()));
        try (Service service = Service.ofProcesses(database, folder, openAlpha)) {
            TaskStatus task = service.tasks().start(JobRequest.train(), "op");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> service.status(task).state().ended());

            TaskStatus ended = service.status(task);
            assertThat(ended.reason()).isEmpty();
            assertThat(ended.state()).isEqualTo(TaskState.COMPLETED);
            assertThat(ended.run().value()).isEqualTo(task.id().value());
            assertThat(ended.startedAt()).isAfter(ended.requestedAt());
            assertThat(ended.progress()).isNotNull();
        }
    }
}
