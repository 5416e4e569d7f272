package io.openalpha.jobs.train;

import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.network.NeuralNetwork;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * One of the algorithms that are trained, as it is set.
 *
 * @param learner trains the model
 * @param control trains the label-shuffled control, at less expense
 * @param settings those that affect the result, by name
 * @param withSettings the learner that other such settings stand for
 */
record Algorithm(
        Learner learner,
        Learner control,
        Map<String, String> settings,
        Function<Map<String, String>, Learner> withSettings) {

    /** All of them. */
    static List<Algorithm> all(TrainingProperties settings) {
        return List.of(forest(settings), network(settings));
    }

    String name() {
        return learner.algorithm();
    }

    private static Algorithm forest(TrainingProperties training) {
        Function<ForestProperties, Learner> learner =
                forest -> new RandomForest(forest.settings(training.seed(), training.cores()));
        ForestProperties forest = training.forest();
        return new Algorithm(
                learner.apply(forest),
                learner.apply(forest.control()),
                forest.asMap(),
                settings -> learner.apply(bound(settings, ForestProperties.class)));
    }

    private static Algorithm network(TrainingProperties training) {
        Function<NetworkProperties, Learner> learner =
                network -> new NeuralNetwork(network.settings(training.seed(), training.cores()));
        NetworkProperties network = training.network();
        return new Algorithm(
                learner.apply(network),
                learner.apply(network.control()),
                network.asMap(),
                settings -> learner.apply(bound(settings, NetworkProperties.class)));
    }

    static <T> T bound(Map<String, String> settings, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", Bindable.of(type));
    }
}
