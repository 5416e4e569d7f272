package io.openalpha.ml.learner;

import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.linear.LogisticRegression;
import io.openalpha.ml.learner.linear.LogisticSettings;
import io.openalpha.ml.learner.network.NetworkSettings;
import io.openalpha.ml.learner.network.NeuralNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Seconds and memory of the algorithms on random rows with a weak signal, such as daily bars have. Arguments: rows,
 * features, and the algorithms: forest, network (one member), logistic.
 */
public final class LearnerBenchmark {

    private LearnerBenchmark() {}

    /** Prints one line an algorithm. */
    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        int width = Integer.parseInt(arguments[1]);
        Signal.Planted weak = (values, start) ->
                1 / (1 + Math.exp(-0.1 * values[start] - 0.1 * values[start + 1] * values[start + 2]));
        Samples samples = Signal.samples(rows, width, 1, weak);
        Samples others = Signal.samples(rows / 5, width, 2, weak);
        System.out.printf(Locale.ROOT, "%d rows of %d features, peak so far %s%n", rows, width, peak());
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            measure(learner(name), samples, others);
        }
    }

    private static Learner learner(String name) {
        int cores = Runtime.getRuntime().availableProcessors();
        return switch (name) {
            case "forest" -> new RandomForest(ForestSettings.standard(1, cores));
            case "network" -> new NeuralNetwork(new NetworkSettings(List.of(64, 32, 16), 1024, 5, 0.001, 1, 1, cores));
            case "logistic" -> new LogisticRegression(LogisticSettings.standard(1));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void measure(Learner learner, Samples samples, Samples others) throws IOException {
        long begin = System.nanoTime();
        TrainedModel trainedModel = learner.train(samples, TrainingProgress.IGNORED);
        long trained = System.nanoTime();
        trainedModel.probabilities(samples);
        long scored = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trainedModel.writeTo(bytes);
        System.out.printf(
                Locale.ROOT,
                "%s train_s=%.1f score_s=%.1f bytes=%d auc=%.4f peak=%s%n",
                learner.algorithm(),
                (trained - begin) / 1e9,
                (scored - trained) / 1e9,
                bytes.size(),
                Signal.auc(trainedModel.probabilities(others), others),
                peak());
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
