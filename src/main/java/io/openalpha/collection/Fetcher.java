package io.openalpha.collection;

import io.openalpha.market.Symbol;
import io.openalpha.run.StopSignal;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Fetches quotes on threads of its own, and waits for them where a chunk needs them.
 *
 * <p>While every source is refused by its breaker, a fetch waits instead of failing: an outage is not the symbol's
 * fault, and what it delays need not be repaired.
 */
final class Fetcher implements ItemProcessor<Fetch, Fetched> {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SourceChain chain;
    private final ExecutorService threads;
    private final StopSignal stop;
    private final Deadline deadline;

    Fetcher(SourceChain chain, ExecutorService threads, StopSignal stop, Deadline deadline) {
        this.chain = chain;
        this.threads = threads;
        this.stop = stop;
        this.deadline = deadline;
    }

    /** Whether the run is to end, so that nothing new should be begun. */
    boolean ending() {
        return stop.requested() || deadline.passed();
    }

    Fetch begin(Symbol symbol) {
        return new Fetch(symbol, threads.submit(() -> fetch(symbol)));
    }

    /** Waits for a fetch; gives it up when the run ends and it does not within a short grace. */
    @Override
    public Fetched process(Fetch fetch) throws InterruptedException, ExecutionException {
        Duration grace = GRACE;
        while (true) {
            try {
                return new Fetched(fetch.symbol(), fetch.answer().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (ending()) {
                    grace = grace.minus(GLANCE);
                }
            }
            if (grace.isNegative()) {
                fetch.answer().cancel(true);
                return new Fetched(fetch.symbol(), null);
            }
        }
    }

    private Answer fetch(Symbol symbol) throws InterruptedException {
        Answer answer = chain.latest(symbol);
        while (answer instanceof Answer.Unanswered unanswered && unanswered.refused() && !ending()) {
            Duration wait = chain.untilAvailable();
            stop.await(wait.compareTo(deadline.remaining()) < 0 ? wait.plus(GLANCE) : deadline.remaining());
            answer = chain.latest(symbol);
        }
        return answer;
    }
}
