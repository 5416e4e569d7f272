package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ModelConfigurationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=" + database.url(),
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password())
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(ModelConfiguration.class);

    @Test
    void modelsAreInAFolderWhileNoBucketIsSet() {
        runner.withPropertyValues("openalpha.model.folder=some/where").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(ModelRegistry.class);
            assertThat(context.getBean(ArtifactStore.class)).hasToString("folder " + Path.of("some/where"));
        });
    }

    @Test
    void modelsAreInABucketOnceItIsSet() {
        runner.withPropertyValues(
                        "openalpha.model.s3.bucket=my-bucket",
                        "openalpha.model.s3.prefix=models",
                        "openalpha.model.s3.endpoint=http://127.0.0.1:9",
                        "openalpha.model.s3.path-style=true")
                .run(context -> assertThat(context.getBean(ArtifactStore.class)).hasToString("s3://my-bucket/models/"));
    }

    @Test
    void worksFromEndToEnd() {
        runner.withPropertyValues("openalpha.model.folder=target/test-models/" + System.nanoTime())
                .run(context -> {
                    VersionName name = context.getBean(ModelPublisher.class)
                            .publish(Trained.forest(), Trained.EVALUATION, null, out -> out.write(Trained.MODEL))
                            .name();
                    context.getBean(ModelRegistry.class).promote(name, Reason.of("tester", "it is a test"));
                    context.getBean(ModelReader.class).verify(name);
                    assertThat(context.getBean(ModelUpkeep.class).prune(1)).isEmpty();
                });
    }
}
