package io.openalpha.ops.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Records the end of tasks, also of those that an earlier process of this service started. */
final class TaskFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskFollower.class);
    /** Longer than any launch takes, so that a task without a handle was left by a service that died. */
    private static final Duration LAUNCH = Duration.ofMinutes(2);

    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final TaskTable table;
    private final JobLauncher launcher;
    private final Clock clock;
    private final AtomicBoolean due = new AtomicBoolean();
    private @Nullable ScheduledExecutorService thread;
    private JobLauncher.@Nullable Following following;

    TaskFollower(TaskTable table, JobLauncher launcher, Clock clock) {
        this.table = table;
        this.launcher = launcher;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread follower = new Thread(task, "task-follower");
            follower.setDaemon(true);
            return follower;
        });
        long pace = launcher.pace().toMillis();
        ScheduledFuture<?> unused = started.scheduleWithFixedDelay(this::look, 0, pace, TimeUnit.MILLISECONDS);
        following = launcher.follow(() -> lookSoon(started));
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            Objects.requireNonNull(following).close();
            end(Objects.requireNonNull(thread));
            thread = null;
        }
    }

    /** Lets a look that has begun come to its end while there are still a database and an API to look at. */
    private static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_LOOK.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Looks at every unfinished task once. What cannot be seen now is looked at again. */
    void look() {
        due.set(false);
        List<Task> open = List.of();
        try {
            open = table.open(launcher.description().kind());
        } catch (RuntimeException e) {
            complain("Tasks", e);
        }
        open.forEach(this::tryToLook);
    }

    private void tryToLook(Task task) {
        try {
            look(task);
        } catch (RuntimeException e) {
            complain("Task " + task.id(), e);
        }
    }

    private static void complain(String what, RuntimeException e) {
        LOG.warn("{} cannot be followed now: {}", what, e.getMessage());
        LOG.debug("{} cannot be followed now", what, e);
    }

    /** Many calls in a short time are one look. */
    private void lookSoon(ScheduledExecutorService executor) {
        if (due.compareAndSet(false, true) && !executor.isShutdown()) {
            executor.execute(this::look);
        }
    }

    private void look(Task task) {
        JobHandle handle = task.handle() != null ? task.handle() : found(task);
        if (handle == null) {
            return;
        }
        JobObservation observation = launcher.look(task.id(), handle);
        switch (observation.state()) {
            case COMPLETED -> end(task, true, observation.note());
            case FAILED -> end(task, false, observation.note());
            case PENDING, RUNNING -> {
                if (!observation.note().equals(task.note())) {
                    table.note(task.id(), observation.note());
                }
            }
        }
    }

    private void end(Task task, boolean succeeded, String note) {
        table.end(task.id(), succeeded, note);
        LOG.info("Task {} {}{}", task.id(), succeeded ? "completed" : "failed", note.isEmpty() ? "" : ": " + note);
    }

    /** What an earlier process of this service started just before it died. */
    private @Nullable JobHandle found(Task task) {
        if (task.requestedAt().isAfter(Instant.now(clock).minus(LAUNCH))) {
            return null;
        }
        JobHandle found = launcher.find(task.run()).orElse(null);
        if (found == null) {
            end(task, false, "it was never started: the service ended before it could be");
        } else {
            table.launched(task.id(), found);
        }
        return found;
    }
}
