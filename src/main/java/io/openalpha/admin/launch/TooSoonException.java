package io.openalpha.admin.launch;

import java.time.Instant;
import java.util.Locale;

/** A training was refused because another one is at work or has just been; nothing was started. */
public class TooSoonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TaskId task;
    private final Instant retryAt;

    TooSoonException(TaskStatus other, Instant retryAt) {
        super("%s is %s since %s: try again after %s"
                .formatted(other.id(), other.state().name().toLowerCase(Locale.ROOT), other.requestedAt(), retryAt));
        this.task = other.id();
        this.retryAt = retryAt;
    }

    /** The training that is in the way. */
    public TaskId task() {
        return task;
    }

    /** When it is worth trying again. */
    public Instant retryAt() {
        return retryAt;
    }
}
