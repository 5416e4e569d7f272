package io.openalpha.run;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.faults.TcpProxy;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database takes for a process: connections of its own and the beans that run jobs, as in production. */
final class Worker implements AutoCloseable {

    private final StopSignal stop = new StopSignal();
    private final ConfigurableApplicationContext context;

    private Worker(String url, String username, String password, String... settings) {
        context = new SpringApplicationBuilder(DatabaseConfiguration.class, RunConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers(beans -> beans.getBeanFactory().registerSingleton("stopSignal", stop))
                .run(Stream.concat(
                                Stream.of(
                                        "spring.flyway.enabled=false",
                                        "spring.datasource.url=" + url,
                                        "spring.datasource.username=" + username,
                                        "spring.datasource.password=" + password),
                                Arrays.stream(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
        jdbc().sql("create table if not exists written (run text not null, number int not null)")
                .update();
    }

    static Worker on(TestDatabase database, String... settings) {
        return at(database.url(), database.username(), database.password(), settings);
    }

    static Worker at(String url, String username, String password, String... settings) {
        return new Worker(url, username, password, settings);
    }

    /** @param port of the proxy through which the database is reached */
    static Worker through(int port, TestDatabase database, String... settings) {
        String url = database.url().replaceFirst(":\\d+/", ":" + port + "/");
        return at(url + TcpProxy.READABLE, database.username(), database.password(), settings);
    }

    RunEnd run(JobPlan plan, String runId) {
        return run(plan, runId, Map.of());
    }

    RunEnd run(JobPlan plan, String runId, Map<String, String> details) {
        try {
            return bean(JobRunner.class).run(plan, new RunId(runId), details);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A job that writes the numbers from 1 on. */
    NumbersPlan numbers(String job, int count) {
        return new NumbersPlan(job, count, number -> {}, jdbc());
    }

    /** The same; somebody is called before each number is written, in the chunk's transaction. */
    NumbersPlan numbers(String job, int count, IntConsumer beforeEach) {
        return new NumbersPlan(job, count, beforeEach, jdbc());
    }

    StopSignal stop() {
        return stop;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
