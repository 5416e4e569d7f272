package io.openalpha.app;

import io.openalpha.jobs.train.TrainingPlan;
import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** Trains models on the demo's market, the first time, and shows the card of the newest. */
final class DemoTraining {

    private final ApplicationContext context;
    private final Consumer<String> out;

    DemoTraining(ApplicationContext context, Consumer<String> out) {
        this.context = context;
        this.out = out;
    }

    RunEnd run() throws InterruptedException {
        ModelRegistry registry = context.getBean(ModelRegistry.class);
        RunEnd end = registry.versions().isEmpty() ? train() : new RunEnd(ExitCode.DONE, "trained before");
        registry.versions().stream().findFirst().ifPresent(newest -> {
            out.accept("");
            out.accept(new ModelCard(newest, registry.decisions(newest.name())).text());
            out.accept("The simulated market is random: a card that found anything in it would be wrong.");
        });
        return end;
    }

    private RunEnd train() throws InterruptedException {
        out.accept("Training a random forest and a neural network on it, which takes a minute or two");
        return JobStart.run(context, TrainingPlan.class, Map.of());
    }
}
