package io.openalpha.ops.launch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One life of the service that starts and follows runs. */
final class Service implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Service(
            TestDatabase database,
            ProgramCommand program,
            @Nullable KubernetesClient kubernetes,
            Clock clock,
            String... settings) {
        context = new SpringApplicationBuilder(
                        DatabaseConfiguration.class,
                        MarketConfiguration.class,
                        RunConfiguration.class,
                        ModelConfiguration.class,
                        LaunchConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers(beans -> {
                    beans.getBeanFactory().registerSingleton("stopSignal", new StopSignal());
                    beans.getBeanFactory().registerSingleton("program", program);
                    beans.getBeanFactory().registerSingleton("clock", clock);
                    if (kubernetes != null) {
                        beans.getBeanFactory().registerSingleton("kubernetes", kubernetes);
                    }
                })
                .run(Stream.concat(
                                Stream.of(
                                        "spring.flyway.enabled=false",
                                        "spring.datasource.url=" + database.url(),
                                        "spring.datasource.username=" + database.username(),
                                        "spring.datasource.password=" + database.password()),
                                Arrays.stream(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** @param folder for what the processes print */
    static Service ofProcesses(TestDatabase database, Path folder, ProgramCommand program, String... settings) {
        return new Service(
                database,
                program,
                null,
                Clock.systemUTC(),
                Stream.concat(Stream.of("openalpha.admin.task-folder=" + folder), Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    static Service inCluster(TestDatabase database, KubernetesClient client, Clock clock) {
        return new Service(database, new ProgramCommand(List.of("false"), Map.of()), client, clock);
    }

    Tasks tasks() {
        return bean(Tasks.class);
    }

    RunControl runs() {
        return bean(RunControl.class);
    }

    TaskStatus status(TaskStatus task) {
        return tasks().status(task.id()).orElseThrow();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
