package io.openalpha.web.dashboard.schedule;

import io.openalpha.ops.launch.LaunchException;
import io.openalpha.ops.launch.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The schedule as Kubernetes last reported it. It is read in the background, by one request at a time: no page waits
 * for it for longer than a moment.
 */
public final class Plans implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Schedule schedule;
    private final Clock clock;
    private final ExecutorService reader;
    private @Nullable Question question;
    private SeenPlans last;

    private record Question(CompletableFuture<SeenPlans> answer, long asked) {

        /** How long this one may still be waited for. */
        long left() {
            return Math.max(0, MOMENT.toNanos() - (System.nanoTime() - asked));
        }
    }

    Plans(Schedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
        CustomizableThreadFactory threads = new CustomizableThreadFactory("schedule-reader-");
        threads.setDaemon(true);
        this.reader = Executors.newSingleThreadExecutor(threads);
        this.last = new SeenPlans(null, clock.instant(), "");
    }

    /** What is known now, which is the newest that Kubernetes tells if it does so at once. */
    public SeenPlans seen() {
        Question asked = question();
        try {
            return asked.answer().get(asked.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return overdue();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return overdue();
        }
    }

    private synchronized Question question() {
        if (question == null || question.answer().isDone()) {
            question = new Question(CompletableFuture.supplyAsync(this::read, reader), System.nanoTime());
        }
        return question;
    }

    private synchronized SeenPlans overdue() {
        return last.trouble().isEmpty() ? last.withTrouble("the API server has not answered yet") : last;
    }

    private SeenPlans read() {
        try {
            Instant now = clock.instant();
            return remember(
                    schedule.read().map(jobs -> new SeenPlans(jobs, now, "")).orElse(SeenPlans.none(now)));
        } catch (LaunchException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.debug("The schedule cannot be read", e);
            return failed("the schedule cannot be read: " + e);
        }
    }

    /** Logged once, however often pages are opened meanwhile. */
    private SeenPlans failed(String reason) {
        SeenPlans before = last();
        if (!before.trouble().equals(reason)) {
            LOG.warn("{}", reason);
        }
        return remember(before.withTrouble(reason));
    }

    private synchronized SeenPlans last() {
        return last;
    }

    private synchronized SeenPlans remember(SeenPlans seen) {
        last = seen;
        return seen;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
