package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs that are started on request: begun at once, followed to their end, remembered whatever happens to this service.
 */
public final class Tasks {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final TaskTable table;
    private final TaskReader reader;
    private final JobLauncher launcher;
    private final TransactionOperations transaction;
    private final AdminProperties settings;

    Tasks(
            TaskTable table,
            TaskReader reader,
            JobLauncher launcher,
            TransactionOperations transaction,
            AdminProperties settings) {
        this.table = table;
        this.reader = reader;
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
        return begin(id, request, launcher.newRun(id, request.job()), who);
    }

    /** The task as it stands; empty if there is none of this id. */
    public Optional<TaskStatus> status(TaskId id) {
        return table.find(id).map(reader::of);
    }

    /** How runs are started here. */
    public LauncherDescription launcher() {
        return launcher.description();
    }

    /** What was asked of the service for a run, newest first. */
    public List<Task> ofRun(RunId run) {
        return table.ofRun(run);
    }

    /** At most one training is started in this time; zero for no limit. */
    public Duration trainingInterval() {
        return settings.trainingInterval();
    }

    /**
     * What keeps the process of a run from its work, or ended it, as the place where it runs tells; a line each.
     *
     * @throws LaunchException if it cannot be looked at now
     */
    public List<String> troubles(RunId run) {
        return launcher.troubles(run);
    }

    /** Resumes a run, with its first parameters; see {@link #start}. */
    TaskStatus resume(JobRequest request, RunId run, String who) {
        return begin(TaskId.next(request.job()), request, run, who);
    }

    private TaskStatus begin(TaskId id, JobRequest request, RunId run, String who) {
        Task task = Objects.requireNonNull(transaction.execute(status -> admit(id, request, run, who)));
        try {
            table.launched(id, launcher.launch(task));
        } catch (LaunchException e) {
            table.end(id, false, String.valueOf(e.getMessage()));
            throw e;
        }
        return status(id).orElseThrow();
    }

    private Task admit(TaskId id, JobRequest request, RunId run, String who) {
        table.lock(request.job());
        if (request.job().equals(JobRequest.TRAIN)) {
            refuseTooSoon(run);
        }
        return table.add(id, request, run, who, launcher.description().kind());
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
                    throw new TooSoonException(reader.of(task), regular.isAfter(now) ? regular : now.plus(SOON));
                });
    }

    private boolean isInTheWay(Task task, Instant now) {
        boolean recent = task.requestedAt().plus(settings.trainingInterval()).isAfter(now);
        return switch (reader.state(task)) {
            case PENDING, RUNNING -> true;
            case COMPLETED -> recent;
            case FAILED -> recent && settings.failedTrainingCounts();
        };
    }
}
