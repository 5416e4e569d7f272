package io.openalpha.ops.launch;

import io.openalpha.market.Universe;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.StepRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how far a run got. */
final class TaskProgressReading {

    /** Two models: until a run has shown how many steps there are. */
    private static final long USUAL_STEPS_OF_TRAINING = 8;

    private final RunHistory history;
    private final RunFacts facts;
    private final Universe universe;

    TaskProgressReading(RunHistory history, RunFacts facts, Universe universe) {
        this.history = history;
        this.facts = facts;
        this.universe = universe;
    }

    /** The progress of an execution and those of the run before it; null before the first step. */
    @Nullable
    TaskProgress of(JobRequest request, RunId run, ExecutionRecord execution) {
        List<StepRecord> steps = history.steps(run).stream()
                .filter(step -> step.execution() == execution.execution())
                .toList();
        if (steps.isEmpty()) {
            return null;
        }
        long items = facts.items(request.job(), run);
        return new TaskProgress(steps.get(steps.size() - 1).step(), items, share(request, execution, items, steps));
    }

    private @Nullable Double share(JobRequest request, ExecutionRecord execution, long items, List<StepRecord> steps) {
        if (execution.status().equals("COMPLETED")) {
            return 1.0;
        }
        if (request.job().equals(JobRequest.TRAIN)) {
            long done = steps.stream()
                    .filter(step -> step.status().equals("COMPLETED"))
                    .count();
            double atWork = facts.shareAtWork(execution.execution());
            return share(done + atWork, Math.max(USUAL_STEPS_OF_TRAINING, facts.mostSteps(request.job())));
        }
        int named = request.symbols().size();
        return share((double) items, named > 0 ? named : universe.enabledCount());
    }

    private static @Nullable Double share(double done, long all) {
        return all == 0 ? null : Math.min(1.0, done / all);
    }
}
