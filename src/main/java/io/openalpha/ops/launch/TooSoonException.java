package io.openalpha.ops.launch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A training was refused because another one is at work or has just been; nothing was started. */
public class TooSoonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TaskId task;
    private final Instant retryAt;

    TooSoonException(TaskStatus other, Instant retryAt) {
        super("training %s was asked for at %s and is %s; the next can be started at %s"
                .formatted(
                        other.id(),
                        other.requestedAt().truncatedTo(ChronoUnit.SECONDS),
                        other.state().name().toLowerCase(Locale.ROOT),
                        roundedUp(retryAt)));
        this.task = other.id();
        this.retryAt = retryAt;
    }

    private static Instant roundedUp(Instant instant) {
        return instant.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The training that prevents it. */
    public TaskId task() {
        return task;
    }

    /** When it is worth trying again. */
    public Instant retryAt() {
        return retryAt;
    }
}
