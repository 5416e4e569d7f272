package io.openalpha.jobs.train;

import io.openalpha.run.JobPlan;
import io.openalpha.run.LogFields;
import io.openalpha.run.Run;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * The job {@code train}. Its steps hand a dataset on in memory, so a resumed run does them all again but for the models
 * that it has published. Where there is nothing to learn from, it ends as {@code SKIPPED} after the step that found
 * out.
 */
public final class TrainingPlan implements JobPlan {

    /** Fewer are kept busy by one algorithm, and two would only take twice the memory. */
    private static final int CORES_FOR_TWO = 4;

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
        Step check = run.work(
                "check", new CheckWork(settings, parts.bars(), parts.models().upkeep()));
        Step dataset = DatasetStep.of(run, parts.bars(), session);
        return run.job()
                .start(check)
                .on(TrainingSession.SKIPPED)
                .end(TrainingSession.SKIPPED)
                .from(check)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(dataset)
                .from(dataset)
                .on(TrainingSession.SKIPPED)
                .end(TrainingSession.SKIPPED)
                .from(dataset)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(step(run, "baselines", new BaselinesWork(settings, session)))
                .next(algorithms(run, session))
                .next(step(run, "prune", this::prune))
                .end()
                .build();
    }

    /** Side by side where there are cores for it; when one fails, the others go on. */
    private Flow algorithms(Run run, TrainingSession session) {
        TaskExecutor executor = parts.settings().cores() < CORES_FOR_TWO ? new SyncTaskExecutor() : threads();
        Flow[] flows = Algorithm.all(parts.settings()).stream()
                .map(algorithm -> algorithm(run, session, algorithm))
                .toArray(Flow[]::new);
        return new FlowBuilder<Flow>("algorithms").split(executor).add(flows).build();
    }

    private static TaskExecutor threads() {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("train-");
        threads.setTaskDecorator(LogFields::carriedBy);
        return threads;
    }

    private Flow algorithm(Run run, TrainingSession session, Algorithm algorithm) {
        EvaluateWork evaluate =
                new EvaluateWork(algorithm, parts.settings(), parts.models().registry(), session);
        return new FlowBuilder<Flow>(algorithm.name())
                .start(step(run, "evaluate " + algorithm.name(), evaluate))
                .next(step(run, "train " + algorithm.name(), new TrainWork(algorithm, parts, session)))
                .build();
    }

    private ExitStatus prune(WorkProgress progress) {
        parts.models().upkeep().prune(parts.retention().keepVersions());
        return ExitStatus.COMPLETED;
    }

    private static Step step(Run run, String name, Work work) {
        return run.work(name, new StoppableTraining(work));
    }
}
