package io.openalpha.training;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.evaluation.Auc;
import io.openalpha.feature.Dataset;
import io.openalpha.feature.DatasetBuilder;
import io.openalpha.feature.LabelSettings;
import io.openalpha.learner.Learned;
import io.openalpha.learner.Learner;
import io.openalpha.learner.Samples;
import io.openalpha.learner.TrainingProgress;
import io.openalpha.learner.forest.ForestSettings;
import io.openalpha.learner.forest.RandomForest;
import io.openalpha.learner.network.NetworkSettings;
import io.openalpha.learner.network.NeuralNetwork;
import io.openalpha.market.BarReader;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Seconds and out-of-sample AUC of both algorithms on the stored bars, and the same rows as files for others to learn from; see
 * {@code bench/train}. Arguments: the data folder, and a folder for the files.
 */
public final class TrainingBenchmark {

    private static final long SEED = 42;
    private static final double TEST_SHARE = 0.2;

    /** A label's window, and an embargo as long as the job's. */
    private static final int GAP = 8;

    private TrainingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        Dataset dataset = dataset(arguments[0]);
        double datasetSeconds = (System.nanoTime() - begin) / 1e9;
        int days = dataset.days().size();
        int testFrom = (int) (days * (1 - TEST_SHARE));
        Samples train = samples(dataset, 0, testFrom - GAP);
        Samples test = samples(dataset, testFrom, days);
        SamplesFiles files = new SamplesFiles(Path.of(arguments[1]));
        files.write("train", train);
        files.write("test", test);
        int cores = Runtime.getRuntime().availableProcessors();
        String figures = String.join(
                " ",
                String.format(
                        Locale.ROOT,
                        "rows=%d features=%d train_rows=%d test_rows=%d dataset_s=%.2f",
                        dataset.rows(),
                        train.width(),
                        train.size(),
                        test.size(),
                        datasetSeconds),
                measure("forest", new RandomForest(ForestSettings.standard(SEED, cores)), train, test),
                measure("mlp", network(1, cores), train, test),
                measure("mlp_mean_of_3", network(3, cores), train, test));
        System.out.println(figures);
    }

    private static Learner network(int members, int cores) {
        return new NeuralNetwork(new NetworkSettings(List.of(64, 32, 16), 1024, 5, 0.001, members, SEED, cores));
    }

    private static String measure(String name, Learner learner, Samples train, Samples test) {
        long begin = System.nanoTime();
        Learned learned = learner.train(train, TrainingProgress.UNHEARD);
        double seconds = (System.nanoTime() - begin) / 1e9;
        byte[] labels = new byte[test.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) test.label(i);
        }
        double auc = Auc.of(learned.probabilities(test), labels);
        return String.format(Locale.ROOT, "%s_s=%.2f %s_auc=%.5f", name, seconds, name, auc);
    }

    private static Samples samples(Dataset dataset, int fromDay, int toDay) {
        return new Samples(
                dataset.features(), dataset.values(), dataset.labels(), dataset.labelledRows(fromDay, toDay));
    }

    private static Dataset dataset(String folder) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        DatabaseConfiguration.class, MarketConfiguration.class, Surroundings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--openalpha.data-dir=" + folder)) {
            BarReader bars = context.getBean(BarReader.class);
            DatasetBuilder builder = new DatasetBuilder(LabelSettings.DEFAULT);
            for (Symbol symbol : bars.symbols()) {
                try (Stream<StoredBar> stored = bars.stream(List.of(symbol), LocalDate.EPOCH, LocalDate.of(9999, 1, 1))) {
                    builder.add(symbol, stored.map(StoredBar::bar).toList());
                }
            }
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
