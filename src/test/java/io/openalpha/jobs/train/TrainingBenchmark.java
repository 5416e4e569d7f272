package io.openalpha.jobs.train;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.BarReader;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.evaluation.Auc;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.DatasetBuilder;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.network.NetworkSettings;
import io.openalpha.ml.learner.network.NeuralNetwork;
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
 * Seconds and out-of-sample AUC of both algorithms on the stored bars, and the same rows as files for others to learn
 * from; see {@code bench/train}. Arguments: the data folder, and a folder for the files.
 */
public final class TrainingBenchmark {

    private static final long SEED = 42;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
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
        Fitted forest = Fitted.of(new RandomForest(ForestSettings.standard(SEED, CORES)), train, test);
        Fitted one = Fitted.of(network(1, SEED), train, test);
        Fitted other = Fitted.of(network(1, SEED + 1), train, test);
        Fitted mean = Fitted.of(network(3, SEED), train, test);
        System.out.printf(
                Locale.ROOT,
                "rows=%d features=%d train_rows=%d test_rows=%d dataset_s=%.2f %s %s %s mlp_seed_correlation=%.3f%n",
                dataset.rows(),
                train.width(),
                train.size(),
                test.size(),
                datasetSeconds,
                forest.figures("forest"),
                one.figures("mlp"),
                mean.figures("mlp_mean_of_3"),
                correlation(one.probabilities(), other.probabilities()));
    }

    private static Learner network(int members, long seed) {
        return new NeuralNetwork(new NetworkSettings(List.of(64, 32, 16), 1024, 5, 0.001, members, seed, CORES));
    }

    /** What a learner made of the training rows, and what that says of the test rows. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fitted(double seconds, float[] probabilities, double auc) {

        static Fitted of(Learner learner, Samples train, Samples test) {
            long begin = System.nanoTime();
            TrainedModel trainedModel = learner.train(train, TrainingProgress.IGNORED);
            double seconds = (System.nanoTime() - begin) / 1e9;
            float[] probabilities = trainedModel.probabilities(test);
            byte[] labels = new byte[test.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) test.label(i);
            }
            return new Fitted(seconds, probabilities, Auc.of(probabilities, labels));
        }

        String figures(String name) {
            return String.format(Locale.ROOT, "%s_s=%.2f %s_auc=%.5f", name, seconds, name, auc);
        }
    }

    private static double correlation(float[] x, float[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
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
                try (Stream<StoredBar> stored =
                        bars.stream(List.of(symbol), LocalDate.EPOCH, LocalDate.of(9999, 1, 1))) {
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
