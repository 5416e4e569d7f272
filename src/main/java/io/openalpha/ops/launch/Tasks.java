package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Runs that are started on request: begun at once, followed to their end, remembered whatever happens to this service. */
public final class Tasks {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final TaskTable table;
    private final TaskReading reading;
    private final JobLauncher launcher;
    private final TransactionOperations transaction;
    private final AdminProperties settings;

    Tasks(
            TaskTable table,
            TaskReading reading,
            JobLauncher launcher,
            TransactionOperations transaction,
            AdminProperties settings) {
        this.table = table;
        this.reading = reading;
        this.launcher = launcher;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Starts a new run and does not wait for it.
     *
     * @param who asks for it
     * @return the task, usually pending
     * @throws TooSoonException if it is a training, and another one is at work or was started a short time ago
     * @throws LaunchException if the run could not be started; the task is remembered as failed
     */
    public TaskStatus start(JobRequest request, String who) {
        TaskId id = TaskId.next(request.job());
        return begin(new LaunchOrder(id, launcher.newRun(id, request.job()), false, request, who));
    }

    /** The task as it stands; empty if there is none of this id. */
    public Optional<TaskStatus> status(TaskId id) {
        return table.find(id).map(reading::of);
    }

    /** How runs are started here. */
    public LauncherDescription launcher() {
        return launcher.description();
    }

    /** Starts another run, or an earlier one again. */
    TaskStatus begin(LaunchOrder order) {
        TaskRow task = Objects.requireNonNull(transaction.execute(status -> admit(order)));
        try {
            table.launched(task.id(), launcher.launch(order));
        } catch (LaunchException e) {
            table.end(task.id(), false, String.valueOf(e.getMessage()));
            throw e;
        }
        return status(task.id()).orElseThrow();
    }

    private TaskRow admit(LaunchOrder order) {
        table.lock(order.request().job());
        if (order.request().job().equals(JobRequest.TRAIN)) {
            refuseTooSoon(order.run());
        }
        return table.add(order, launcher.description().kind());
    }

    private void refuseTooSoon(RunId run) {
        Duration interval = settings.trainingInterval();
        if (interval.isZero()) {
            return;
        }
        Instant now = table.now();
        table.recent(JobRequest.TRAIN, run, interval).stream()
                .filter(task -> isInTheWay(task, now))
                .findFirst()
                .ifPresent(task -> {
                    Instant regular = task.requestedAt().plus(interval);
                    throw new TooSoonException(reading.of(task), regular.isAfter(now) ? regular : now.plus(SOON));
                });
    }

    private boolean isInTheWay(TaskRow task, Instant now) {
        boolean recent = task.requestedAt().plus(settings.trainingInterval()).isAfter(now);
        return switch (reading.state(task)) {
            case PENDING, RUNNING -> true;
            case COMPLETED -> recent;
            case FAILED -> recent && settings.failedTrainingCounts();
        };
    }
}
