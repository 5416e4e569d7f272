package io.openalpha.ml.prediction;

import io.openalpha.TestClock;
import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.DailyBar;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Symbol;
import io.openalpha.market.WholeHistory;
import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.linear.LogisticRegression;
import io.openalpha.ml.learner.linear.LogisticSettings;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.model.ModelFeatures;
import io.openalpha.ml.model.ModelPublisher;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.TrainingData;
import io.openalpha.ml.model.TrainingRecord;
import io.openalpha.ml.model.VersionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A synthetic market in a database of its own, models trained on it, and a context in which they serve. */
public final class StoredMarket implements AutoCloseable {

    /** Of 160 weekdays, from the first day of 2015 to 12 August. */
    public static final SyntheticMarket MARKET = new SyntheticMarket(7, 30, 160, 0.4);

    private final TestDatabase database = TestDatabase.fresh();
    /** At first the day after the last of the market. */
    private final TestClock clock = TestClock.standingAt("2015-08-13T12:00:00Z");

    private final Path models;

    StoredMarket(Path models) {
        this.models = models;
    }

    /** A context with predictions; the caller closes it. */
    ConfigurableApplicationContext open(Class<?>... more) {
        return new SpringApplicationBuilder(
                        DatabaseConfiguration.class,
                        MarketConfiguration.class,
                        ModelConfiguration.class,
                        PredictionConfiguration.class)
                .sources(more)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments());
    }

    String[] arguments() {
        return new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--openalpha.model.folder=" + models,
            "--openalpha.prediction.bar-poll=200ms"
        };
    }

    TestClock clock() {
        return clock;
    }

    TestDatabase database() {
        return database;
    }

    /** Stores whole histories, one a symbol of the market. */
    public static void store(ApplicationContext context, List<Symbol> symbols, List<List<DailyBar>> bars) {
        Map<Symbol, List<DailyBar>> histories = new LinkedHashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            histories.put(symbols.get(i), bars.get(i));
        }
        WholeHistory.store(context.getBean(DataSource.class), histories);
    }

    /** The bars of all symbols up to a number of days. */
    public static List<List<DailyBar>> bars(int days) {
        List<List<DailyBar>> bars = new ArrayList<>();
        for (int symbol = 0; symbol < MARKET.symbols(); symbol++) {
            bars.add(new ArrayList<>(MARKET.bars(symbol).subList(0, days)));
        }
        return bars;
    }

    /** A small forest; another seed gives another one. */
    public static TrainedModel forest(long seed) {
        return new RandomForest(new ForestSettings(5, 3, 0, 20, 32, seed, 1))
                .train(samples(), TrainingProgress.IGNORED);
    }

    static TrainedModel logistic() {
        return new LogisticRegression(LogisticSettings.standard(1)).train(samples(), TrainingProgress.IGNORED);
    }

    private static Samples samples() {
        Dataset dataset = MARKET.dataset(LabelSettings.DEFAULT);
        return Samples.of(dataset.features(), dataset.values(), dataset.labels())
                .subset(dataset.labelledRows(0, dataset.days().size()));
    }

    static VersionName publish(ApplicationContext context, TrainedModel model, int featureVersion, int horizon) {
        TrainingRecord record = new TrainingRecord(
                model.algorithm(),
                new ModelFeatures(featureVersion, model.features()),
                new TrainingData(MARKET.dates().get(0), MARKET.dates().get(1), 1, 1, "ab"),
                Map.of("label", "ABOVE_MEDIAN", "horizon", String.valueOf(horizon)),
                1,
                Map.of(),
                Map.of());
        return context.getBean(ModelPublisher.class)
                .publish(record, Assessment.NONE, null, model::writeTo)
                .name();
    }

    public static VersionName publish(ApplicationContext context, TrainedModel model) {
        return publish(context, model, Integer.parseInt(FeatureSet.VERSION), 1);
    }

    public static void promote(ApplicationContext context, VersionName version) {
        context.getBean(ModelRegistry.class).promote(version, Reason.of("tester", "it is a test"));
    }

    @Override
    public void close() {
        database.close();
    }
}
