package io.openalpha.jobs.fetch;

import io.openalpha.run.LogFields;
import io.openalpha.run.StopSignal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Fetches on threads of its own, and waits for them where a chunk needs them.
 *
 * <p>While every source is refused by its breaker, a fetch waits instead of failing: an outage is not the symbol's
 * fault, and what it delays need not be repaired.
 */
public final class Fetcher<T, A> implements ItemProcessor<Fetch<T, A>, Fetched<T, A>> {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Question<T, A> question;
    private final ExecutorService threads;
    private final StopSignal stop;
    private final Deadline deadline;

    /** No source can be asked before the deadline. */
    private volatile boolean hopeless;

    public Fetcher(Question<T, A> question, ExecutorService threads, StopSignal stop, Deadline deadline) {
        this.question = question;
        this.threads = threads;
        this.stop = stop;
        this.deadline = deadline;
    }

    /** Whether the run is to end, so that nothing new should be begun. */
    boolean ending() {
        return hopeless || stop.requested() || deadline.passed();
    }

    Fetch<T, A> begin(T wanted) {
        return new Fetch<>(wanted, threads.submit(LogFields.carriedBy(() -> fetch(wanted))));
    }

    /** Waits for a fetch; gives it up when the run ends and it does not within a short grace. */
    @Override
    public Fetched<T, A> process(Fetch<T, A> fetch) throws InterruptedException, ExecutionException {
        for (Duration grace = GRACE; !grace.isNegative(); grace = ending() ? grace.minus(GLANCE) : grace) {
            try {
                return new Fetched<>(fetch.wanted(), fetch.answer().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                LOG.trace("{} is not there yet", fetch.wanted());
            }
        }
        fetch.answer().cancel(true);
        return new Fetched<>(fetch.wanted(), null);
    }

    private @Nullable A fetch(T wanted) throws InterruptedException {
        A answer = question.ask(wanted);
        while (answer == null && !ending()) {
            Duration wait = question.untilAvailable();
            if (wait.compareTo(deadline.remaining()) > 0) {
                hopeless = true;
            } else {
                stop.await(wait.compareTo(GLANCE) > 0 ? wait : GLANCE);
                answer = question.ask(wanted);
            }
        }
        return answer;
    }
}
