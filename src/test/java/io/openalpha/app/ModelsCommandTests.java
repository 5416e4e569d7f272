package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.run.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class ModelsCommandTests {

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
    void saysWhatToDoWhenThereAreNone() {
        CommandRun run = CommandRun.of("models", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("No models yet: run 'openalpha train' first.%n".formatted());
        assertThat(CommandRun.of("models", "list", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void listsVersionsNewestFirst() {
        List<String> names = publish(2);
        CommandRun.of("models", "promote", names.get(0));

        assertThat(CommandRun.of("models", "list").out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("VERSION").endsWith("RANK IC     T"),
                        newest -> assertThat(newest).startsWith(names.get(1)).contains("stored", "0.0150", "2.50"),
                        oldest -> assertThat(oldest)
                                .startsWith(names.get(0))
                                .contains("promoted", "1,200,000", "2016-11-21", "2026-11-20"));
        assertThat(CommandRun.of("models", "list", "--json").out())
                .contains("\"version\" : \"" + names.get(0) + "\"", "\"state\" : \"promoted\"", "\"rank_ic_t\" : 2.5");
    }

    @Test
    void showsAVersion() {
        String name = publish(1).get(0);
        CommandRun.of("models", "promote", name);

        assertThat(CommandRun.of("models", "show", name).out())
                .startsWith("Model " + name)
                .contains("Decision: promoted", "by %s: models promote".formatted(System.getProperty("user.name")));
        assertThat(CommandRun.of("models", "show", name, "--markdown").out()).startsWith("# Model ");
        assertThat(CommandRun.of("models", "show", name, "--json").out())
                .contains("\"ruling\" : \"promoted\"", "\"names\" : [ \"return_1\", \"return_5\" ]");
    }

    @Test
    void promotesAndRollsBack() {
        List<String> names = publish(2);
        names.forEach(name ->
                assertThat(CommandRun.of("models", "promote", name).out()).isEqualTo("%s serves%n".formatted(name)));

        assertThat(CommandRun.of("models", "rollback", "random_forest").out())
                .isEqualTo("%s serves again%n".formatted(names.get(0)));

        CommandRun further = CommandRun.of("models", "rollback", "random_forest");
        assertThat(further.exitCode()).isEqualTo(2);
        assertThat(further.err())
                .isEqualTo("openalpha: no version of 'random_forest' that is still there served before:"
                        + " 'openalpha models list' lists them%n".formatted());
    }

    @Test
    void promotesNoDamagedModel() throws Exception {
        String name = publish(1).get(0);
        Files.writeString(folder.resolve(name + "/model.pb"), "something else");

        CommandRun run = CommandRun.of("models", "promote", name);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("openalpha: Model %s is damaged".formatted(name))
                .doesNotContain("\tat ");
        assertThat(CommandRun.of("models", "list").out()).doesNotContain("promoted");
    }

    @Test
    void prunes() {
        List<String> names = publish(5);
        CommandRun.of("models", "promote", names.get(0));

        assertThat(CommandRun.of("models", "prune").out()).isEqualTo("Removed 1 versions%n".formatted());
        assertThat(CommandRun.of("models", "prune", "--keep", "1").out()).isEqualTo("Removed 2 versions%n".formatted());

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names.get(0), names.get(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "promote"})
    void saysWhichNameIsNone(String command) {
        CommandRun bad = CommandRun.of("models", command, "../etc");
        assertThat(bad.exitCode()).isEqualTo(2);
        assertThat(bad.err())
                .contains("'../etc' is not the name of a version such as random_forest_20261122_020000")
                .doesNotContain("\tat ");

        CommandRun unknown = CommandRun.of("models", command, "random_forest_20200101_000000");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo("openalpha: there is no version random_forest_20200101_000000:"
                        + " 'openalpha models list' lists them%n".formatted());
    }

    @Test
    void keepsAtLeastOne() {
        CommandRun run = CommandRun.of("models", "prune", "--keep", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--keep is 0 but must be 1 or more");
    }

    @Test
    void saysWhenTheBucketIsOutOfReach() {
        String name = publish(1).get(0);
        surroundings
                .with("openalpha.model.s3.bucket", "models")
                .with("openalpha.model.s3.endpoint", "http://127.0.0.1:9")
                .with("openalpha.model.s3.attempts", "1")
                .with("aws.accessKeyId", "AKIDEXAMPLE")
                .with("aws.secretAccessKey", "very-secret");

        CommandRun run = CommandRun.of("models", "promote", name);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("openalpha: Model %s cannot be read: cannot read s3://models/".formatted(name))
                .doesNotContain("very-secret", "\tat ");
    }

    private List<String> publish(int count) {
        try (ConfigurableApplicationContext context = new Application(new StopSignal())
                .start(DatabaseConfiguration.class, MarketConfiguration.class, ModelConfiguration.class)) {
            return IntStream.range(0, count)
                    .mapToObj(number -> PlantedModels.publish(context, "random_forest", 0.015)
                            .toString())
                    .toList();
        }
    }
}
