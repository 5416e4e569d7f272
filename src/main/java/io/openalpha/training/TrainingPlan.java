package io.openalpha.training;

import io.openalpha.run.JobPlan;
import io.openalpha.run.Run;
import io.openalpha.run.Work;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.step.Step;

/**
 * The job {@code train}. Its steps hand a dataset on in memory, so a resumed run does them all again but for the models that it
 * has published.
 */
public final class TrainingPlan implements JobPlan {

    private final TrainingParts parts;

    TrainingPlan(TrainingParts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "train";
    }

    @Override
    public Job job(Run run) {
        TrainingProperties settings = parts.settings();
        TrainingSession session = new TrainingSession(settings.labelSettings());
        List<Algorithm> algorithms = Algorithm.all(settings);
        SimpleJobBuilder job = run.job()
                .start((Step) run.work(
                        "check",
                        new CheckWork(settings, parts.bars(), parts.models().upkeep(), session)))
                .next(DatasetStep.of(run, parts.bars(), session))
                .next(step(run, session, "baselines", new BaselinesWork(settings, session)));
        for (Algorithm algorithm : algorithms) {
            job.next(step(
                    run,
                    session,
                    "evaluate " + algorithm.name(),
                    new EvaluateWork(algorithm, settings, parts.models().registry(), session)));
            job.next(step(run, session, "train " + algorithm.name(), new TrainWork(algorithm, parts, session)));
        }
        return job.next(step(run, session, "prune", progress -> {
                    parts.models().upkeep().prune(parts.retention().keepVersions());
                    return ExitStatus.COMPLETED;
                }))
                .build();
    }

    private static Step step(Run run, TrainingSession session, String name, Work work) {
        return run.work(name, new UnlessSkipped(session, new StoppableTraining(work)));
    }
}
