package io.openalpha.jobs.train;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Instrument;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.market.WholeHistory;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.FaultyStore;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.StoredRegistry;
import io.openalpha.run.JobRunner;
import io.openalpha.run.ProgressDisplay;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.StopSignal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trains, with settings that take seconds, on stored bars. */
public final class TrainingMarket implements AutoCloseable {

    private final TestDatabase database;
    private final FaultyStore store = new FaultyStore();
    private final Path folder;
    private final Map<String, String> settings = new TreeMap<>(SmallSettings.named());
    private StopSignal stop = new StopSignal();
    private Consumer<String> onBegin = step -> {};

    /**
     * On a database of its own.
     *
     * @param settings as {@code name=value}, beside and over those that make it quick
     */
    TrainingMarket(Path folder, String... settings) {
        this(TestDatabase.fresh(), folder, settings);
    }

    /** @param database closed with this */
    public TrainingMarket(TestDatabase database, Path folder, String... settings) {
        this.database = database;
        this.folder = folder;
        with("openalpha.model.folder=" + folder).with(settings);
    }

    /** Settings for the next runs. */
    TrainingMarket with(String... more) {
        for (String setting : more) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return this;
    }

    public TrainingMarket with(SyntheticMarket market) {
        List<Symbol> names = market.names();
        return save(IntStream.range(0, names.size())
                .mapToObj(i -> WholeHistory.of(names.get(i), market.bars(i), List.of(), List.of()))
                .toList());
    }

    TrainingMarket with(String symbol, List<DailyBar> bars, QuarantinedBar... quarantined) {
        return save(List.of(WholeHistory.of(new Symbol(symbol), bars, List.of(quarantined), List.of())));
    }

    private TrainingMarket save(List<BarUpdate> updates) {
        new Universe(jdbc())
                .save(updates.stream()
                        .map(update -> Instrument.known(update.symbol()))
                        .toList());
        WholeHistory.save(database.dataSource(), updates);
        return this;
    }

    /** Something that happens when steps begin to show their progress; it is given the step's name. */
    TrainingMarket onBegin(Consumer<String> action) {
        onBegin = action;
        return this;
    }

    StopSignal stop() {
        return stop;
    }

    FaultyStore store() {
        return store;
    }

    Path folder() {
        return folder;
    }

    /** As a process of its own would. */
    public RunEnd train(String runId) {
        stop = new StopSignal();
        try (ConfigurableApplicationContext context = context()) {
            return context.getBean(JobRunner.class)
                    .run(context.getBean(TrainingPlan.class), new RunId(runId), Map.of());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Published versions, newest first. */
    public List<ModelVersion> versions() {
        return StoredRegistry.in(database).versions();
    }

    /** What was decided about a version, oldest first. */
    List<ModelDecision> decisions(ModelVersion version) {
        return StoredRegistry.in(database).decisions(version.name());
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database.dataSource());
    }

    private ConfigurableApplicationContext context() {
        return new SpringApplicationBuilder(
                        Parts.class,
                        MarketConfiguration.class,
                        RunConfiguration.class,
                        ModelConfiguration.class,
                        TrainingConfiguration.class)
                .web(WebApplicationType.NONE)
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("dataSource", database.dataSource());
                    started.getBeanFactory().registerSingleton("stopSignal", stop);
                    started.getBeanFactory().registerSingleton("display", (ProgressDisplay) this::begin);
                    started.getBeanFactory().addBeanPostProcessor(store);
                })
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private ProgressDisplay.Bar begin(String step, long total) {
        onBegin.accept(step);
        return ProgressDisplay.Bar.NONE;
    }

    @Override
    public void close() {
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
