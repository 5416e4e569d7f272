package io.openalpha.ops.launch;

import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.run.WholeRun;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how a task stands, from what was seen from outside and what the job repository says. */
final class TaskReading {

    static final Set<String> AT_WORK = Set.of("STARTING", "STARTED", "STOPPING");

    private final RunHistory history;
    private final RunFacts facts;
    private final TaskProgressReading progress;
    private final ModelRegistry models;
    private final String launcher;

    /** @param launcher the kind of launcher whose tasks are followed */
    TaskReading(
            RunHistory history, RunFacts facts, TaskProgressReading progress, ModelRegistry models, String launcher) {
        this.history = history;
        this.facts = facts;
        this.progress = progress;
        this.models = models;
        this.launcher = launcher;
    }

    TaskStatus of(TaskRow task) {
        ExecutionRecord last = lastExecution(task);
        TaskState state = state(task, last);
        return new TaskStatus(
                task.id(),
                task.request(),
                task.run(),
                state,
                task.requestedBy(),
                task.requestedAt(),
                last == null ? null : last.created(),
                state.ended() ? endedAt(task, last) : null,
                last == null ? null : progress.of(task.request(), task.run(), last),
                last == null ? List.of() : models(task),
                reason(task, state, last));
    }

    /** How far it got, and no more. */
    TaskState state(TaskRow task) {
        return state(task, lastExecution(task));
    }

    /** All shards together where the run is divided; those that a task resumes are fewer than the run has. */
    private @Nullable ExecutionRecord lastExecution(TaskRow task) {
        List<ExecutionRecord> executions = history.executions(task.run()).stream()
                .filter(execution -> execution.job().equals(task.request().job()))
                .filter(execution -> execution.execution() <= task.untilExecution())
                .toList();
        return executions.stream().anyMatch(execution -> execution.execution() > task.afterExecution())
                ? WholeRun.of(executions).get(0)
                : null;
    }

    private TaskState state(TaskRow task, @Nullable ExecutionRecord last) {
        if (last != null && last.status().equals("COMPLETED")) {
            return TaskState.COMPLETED;
        }
        if (task.endedAt() != null) {
            return task.succeeded() ? TaskState.COMPLETED : TaskState.FAILED;
        }
        if (last == null) {
            return TaskState.PENDING;
        }
        return isFinal(task, last) ? TaskState.FAILED : TaskState.RUNNING;
    }

    /** A failed execution may be resumed by Kubernetes; one that nobody here follows is taken at its word. */
    private boolean isFinal(TaskRow task, ExecutionRecord last) {
        boolean followed = task.launcher().equals(launcher);
        return last.status().equals("ABANDONED") || (!followed && !AT_WORK.contains(last.status()));
    }

    private static @Nullable Instant endedAt(TaskRow task, @Nullable ExecutionRecord last) {
        if (last != null && last.duration() != null && !AT_WORK.contains(last.status())) {
            return last.created().plus(last.duration());
        }
        return task.endedAt();
    }

    /** A training that failed may have published a model before. */
    private List<ModelVersion> models(TaskRow task) {
        if (!task.request().job().equals(JobRequest.TRAIN)) {
            return List.of();
        }
        return facts.instance(task.request().job(), task.run())
                .map(instance -> models.versions().stream()
                        .filter(version -> instance.equals(version.jobInstanceId()))
                        .toList())
                .orElse(List.of());
    }

    private static String reason(TaskRow task, TaskState state, @Nullable ExecutionRecord last) {
        if (state == TaskState.COMPLETED) {
            return "";
        }
        if (last == null || AT_WORK.contains(last.status())) {
            return task.note();
        }
        if (last.status().equals("STOPPED")) {
            return "stopped on request: a restart goes on where it stopped";
        }
        return last.message().isEmpty() ? task.note() : last.message();
    }
}
