package io.openalpha.ops.launch;

import io.openalpha.background.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Records the end of tasks, also of those that an earlier process of this service started. */
final class TaskFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskFollower.class);
    /** Longer than any launch takes, so that a task without a handle was left by a service that died. */
    private static final Duration LAUNCH = Duration.ofMinutes(2);

    private final TaskTable table;
    private final JobLauncher launcher;
    private final Clock clock;
    private @Nullable BackgroundLoop loop;
    private JobLauncher.@Nullable Following following;

    TaskFollower(TaskTable table, JobLauncher launcher, Clock clock) {
        this.table = table;
        this.launcher = launcher;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        BackgroundLoop started =
                new BackgroundLoop("task-follower", launcher.interval(), BackgroundLoop.OnClose.LAST_ROUND, this::look);
        following = launcher.follow(started::wake);
        started.start();
        started.wake();
        loop = started;
    }

    /** Comes before the database and the API are gone, which the last look needs. */
    @Override
    public synchronized void stop() {
        if (loop != null) {
            Objects.requireNonNull(following).close();
            loop.close();
            loop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }

    /** Looks at every unfinished task once. What cannot be seen now is looked at again. */
    void look() {
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

    private void look(Task task) {
        JobHandle handle = task.handle() != null ? task.handle() : found(task);
        if (handle == null) {
            return;
        }
        JobObservation observation = launcher.observe(task.id(), handle);
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
