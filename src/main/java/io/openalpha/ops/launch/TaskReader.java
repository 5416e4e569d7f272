package io.openalpha.ops.launch;

import io.openalpha.market.Universe;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.JobsAtWork;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunState;
import io.openalpha.run.StepRecord;
import io.openalpha.run.StepShare;
import io.openalpha.run.WholeRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the status of a task, from the launcher's observations and the job repository. */
final class TaskReader {

    /** Two models: until a run has shown how many steps there are. */
    private static final long USUAL_STEPS_OF_TRAINING = 8;

    private final RunHistory history;
    private final JobsAtWork atWork;
    private final Universe universe;
    private final ModelRegistry models;
    private final String launcher;

    /** @param launcher the kind of launcher whose tasks are followed */
    TaskReader(RunHistory history, JobsAtWork atWork, Universe universe, ModelRegistry models, String launcher) {
        this.history = history;
        this.atWork = atWork;
        this.universe = universe;
        this.models = models;
        this.launcher = launcher;
    }

    /**
     * The run of a task, all shards together; those that a task resumes are fewer than the run has.
     *
     * @param beginning of the first execution that is the task's
     * @param items of the run so far, also of executions after the task's
     */
    private record TaskRun(ExecutionRecord run, Instant beginning, long items) {}

    TaskStatus of(Task task) {
        TaskRun known = run(task);
        ExecutionRecord run = known == null ? null : known.run();
        TaskState state = state(task, run);
        return new TaskStatus(
                task.id(),
                task.request(),
                task.run(),
                state,
                task.requestedBy(),
                task.requestedAt(),
                known == null ? null : known.beginning(),
                state.ended() ? endedAt(task, run) : null,
                known == null ? null : progress(task, known),
                run == null ? List.of() : models(task, run),
                reason(task, state, run));
    }

    /** How far it got, and no more. */
    TaskState state(Task task) {
        TaskRun known = run(task);
        return state(task, known == null ? null : known.run());
    }

    /** Null before its first execution. */
    private @Nullable TaskRun run(Task task) {
        List<ExecutionRecord> all = history.executions(task.run()).stream()
                .filter(execution -> execution.job().equals(task.request().job()))
                .toList();
        List<ExecutionRecord> known = all.stream()
                .filter(execution -> execution.execution() <= task.untilExecution())
                .toList();
        return known.stream()
                .filter(execution -> execution.execution() > task.afterExecution())
                .reduce((newer, older) -> older)
                .map(first -> new TaskRun(
                        WholeRun.of(known).get(0),
                        first.created(),
                        WholeRun.of(all).get(0).counts().items()))
                .orElse(null);
    }

    private TaskState state(Task task, @Nullable ExecutionRecord run) {
        if (run != null && run.state().isDone()) {
            return TaskState.COMPLETED;
        }
        if (task.endedAt() != null) {
            return task.succeeded() ? TaskState.COMPLETED : TaskState.FAILED;
        }
        if (run == null) {
            return TaskState.PENDING;
        }
        return isFinal(task, run.state()) ? TaskState.FAILED : TaskState.RUNNING;
    }

    /** A failed execution may be resumed by Kubernetes; one that is not followed here is taken as final. */
    private boolean isFinal(Task task, RunState state) {
        boolean followed = task.launcher().equals(launcher);
        return state == RunState.ABANDONED || (!followed && !state.isOpen());
    }

    private static @Nullable Instant endedAt(Task task, @Nullable ExecutionRecord run) {
        return run != null && run.ended() != null ? run.ended() : task.endedAt();
    }

    /** Null before the first step. */
    private TaskStatus.@Nullable Progress progress(Task task, TaskRun known) {
        List<StepRecord> steps = history.steps(task.run()).stream()
                .filter(step -> step.execution() == known.run().execution())
                .toList();
        return steps.isEmpty()
                ? null
                : new TaskStatus.Progress(
                        steps.get(steps.size() - 1).step(), known.items(), share(task.request(), known, steps));
    }

    private @Nullable Double share(JobRequest request, TaskRun known, List<StepRecord> steps) {
        if (known.run().state().isDone()) {
            return 1.0;
        }
        if (request.job().equals(JobRequest.TRAIN)) {
            long done = steps.stream().filter(step -> step.state().isDone()).count();
            double atWork = steps.stream()
                    .map(StepRecord::share)
                    .filter(Objects::nonNull)
                    .mapToDouble(StepShare::part)
                    .sum();
            return share(done + atWork, Math.max(USUAL_STEPS_OF_TRAINING, history.mostSteps(request.job())));
        }
        int named = request.symbols().size();
        return share((double) known.items(), named > 0 ? named : universe.enabledCount());
    }

    private static @Nullable Double share(double done, long all) {
        return all == 0 ? null : Math.min(1.0, done / all);
    }

    /** A training that failed may have published a model before. */
    private List<ModelVersion> models(Task task, ExecutionRecord run) {
        return task.request().job().equals(JobRequest.TRAIN)
                ? models.versions().stream()
                        .filter(version -> Objects.equals(version.jobInstanceId(), run.instance()))
                        .toList()
                : List.of();
    }

    private String reason(Task task, TaskState state, @Nullable ExecutionRecord run) {
        if (state == TaskState.COMPLETED) {
            return run != null && run.state() == RunState.SKIPPED ? run.message() : "";
        }
        if (state == TaskState.PENDING && task.note().isEmpty()) {
            return otherRun(task);
        }
        if (run == null || run.state().isOpen()) {
            return task.note();
        }
        if (run.state() == RunState.STOPPED) {
            return "stopped on request: a restart goes on where it stopped";
        }
        return run.message().isEmpty() ? task.note() : run.message();
    }

    /** The run that holds the lock that the task's run needs; empty if there is none. */
    private String otherRun(Task task) {
        return atWork.run(task.request().job())
                .filter(other -> !other.equals(task.run()))
                .map("another run of the job is at work: %s"::formatted)
                .orElse("");
    }
}
