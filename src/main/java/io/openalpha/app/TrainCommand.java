package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.jobs.train.TrainingConfiguration;
import io.openalpha.jobs.train.TrainingPlan;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.run.RunConfiguration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openalpha train}: two models from the stored history, promoted only when they earn it. */
@Command(
        name = "train",
        description = "Trains a neural network and a random forest on the stored daily bars, tests them on days that"
                + " they have"
                + " not seen, stores them as versions and promotes those that have earned it.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    private static final Class<?>[] BEANS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        ModelConfiguration.class,
        TrainingConfiguration.class
    };

    @Mixin
    private final RunIdOption runId = new RunIdOption();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        return JobStart.untilItsEnd("train", terminal, BEANS, TrainingPlan.class, runId, Map.of());
    }
}
