package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.network.NetworkSettings;
import io.openalpha.ml.learner.network.NeuralNetwork;
import io.openalpha.ml.model.VersionName;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Predictions a second on one thread, without any service around: by the bare models row by row and all symbols at
 * once, and from memory as they are served. Models are as large as those of {@code train}. Argument: seconds for each
 * figure, 3 by default.
 */
public final class PredictionBenchmark {

    private static final SyntheticMarket MARKET = new SyntheticMarket(1, 500, 200, 0.1);

    private PredictionBenchmark() {}

    /** Prints one line a figure: {@code name predictions_per_second=n}. */
    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 3;
        NewestRows rows = rows();
        List<LoadedModel> models = List.of(
                model(new NeuralNetwork(new NetworkSettings(List.of(64, 32, 16), 1024, 1, 0.001, 5, 1, 1))),
                model(new RandomForest(ForestSettings.standard(1, 1))));
        int symbols = rows.symbols().size();
        for (LoadedModel model : models) {
            TrainedModel trainedModel = model.trainedModel();
            Samples all = rows.samples();
            measure(
                    trainedModel.algorithm() + "_single",
                    seconds,
                    1,
                    i -> trainedModel.probabilities(all.subset(new int[] {i % symbols})));
            measure(trainedModel.algorithm() + "_batch", seconds, symbols, i -> trainedModel.probabilities(all));
        }
        LatestForecasts board = new LatestForecasts();
        board.show(models);
        board.show(rows);
        Predictor predictor = new Predictor(board, Clock.systemUTC(), Period.ofDays(5));
        measure(
                "served_single",
                seconds,
                1,
                i -> predictor.predict(rows.symbols().get(i % symbols)));
        measure("served_batch", seconds, symbols, i -> predictor.predict(rows.symbols()));
        measure("reload", seconds, symbols, i -> board.show(models));
    }

    private static void measure(String name, double seconds, int predictions, IntConsumer round) {
        timed(seconds / 3, round);
        double rate = timed(seconds, round) * predictions;
        System.out.printf(Locale.ROOT, "%s predictions_per_second=%.0f%n", name, rate);
    }

    private static double timed(double seconds, IntConsumer round) {
        long begin = System.nanoTime();
        int backgroundLoop = 0;
        while (System.nanoTime() - begin < seconds * 1e9) {
            round.accept(backgroundLoop++);
        }
        return backgroundLoop / ((System.nanoTime() - begin) / 1e9);
    }

    private static NewestRows rows() {
        Dataset dataset = dataset();
        int first = dataset.firstRow(dataset.days().size() - 1);
        List<Symbol> symbols = MARKET.names();
        return new NewestRows(
                new HashSet<>(symbols),
                Map.of(),
                symbols,
                symbols.stream()
                        .map(symbol -> MARKET.dates().get(MARKET.days() - 1))
                        .toList(),
                Arrays.copyOfRange(dataset.values(), first * FeatureSet.width(), dataset.rows() * FeatureSet.width()));
    }

    private static LoadedModel model(Learner learner) {
        Dataset dataset = dataset();
        TrainedModel trainedModel = learner.train(
                Samples.of(dataset.features(), dataset.values(), dataset.labels())
                        .subset(dataset.labelledRows(0, dataset.days().size())),
                TrainingProgress.IGNORED);
        return new LoadedModel(
                new ServingModel(new VersionName(trainedModel.algorithm(), Instant.EPOCH), LabelSettings.DEFAULT),
                trainedModel);
    }

    private static Dataset dataset() {
        return MARKET.dataset(LabelSettings.DEFAULT);
    }
}
