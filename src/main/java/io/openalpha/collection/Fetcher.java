package io.openalpha.collection;

import io.openalpha.market.Symbol;
import io.openalpha.run.StopSignal;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Fetches quotes on threads of its own, and waits for them where a chunk needs them.
 *
 * <p>While every source is refused by its breaker, a fetch waits instead of failing: an outage is not the symbol's
 * fault, and what it delays need not be repaired.
 */
final class Fetcher implements ItemProcessor<Fetch, Fetched> {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SourceChain chain;
    private final ExecutorService threads;
    private final StopSignal stop;
    private final Deadline deadline;

    /** No source can be asked before the deadline. */
    private volatile boolean hopeless;

    Fetcher(SourceChain chain, ExecutorService threads, StopSignal stop, Deadline deadline) {
        this.chain = chain;
        this.threads = threads;
        this.stop = stop;
        this.deadline = deadline;
    }

    /** Whether the run is to end, so that nothing new should be begun. */
    boolean ending() {
        return hopeless || stop.requested() || deadline.passed();
    }

    Fetch begin(Symbol symbol) {
        return new Fetch(symbol, threads.submit(() -> fetch(symbol)));
    }

    /** Waits for a fetch; gives it up when the run ends and it does not within a short grace. */
    @Override
    public Fetched process(Fetch fetch) throws InterruptedException, ExecutionException {
        for (Duration grace = GRACE; !grace.isNegative(); grace = ending() ? grace.minus(GLANCE) : grace) {
            try {
                Answer answer = fetch.answer().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                return new Fetched(fetch.symbol(), answer instanceof Answer.Refused ? null : answer);
            } catch (TimeoutException e) {
                LOG.trace("{} is not there yet", fetch.symbol());
            }
        }
        fetch.answer().cancel(true);
        return new Fetched(fetch.symbol(), null);
    }

    private Answer fetch(Symbol symbol) throws InterruptedException {
        Answer answer = chain.latest(symbol);
        while (answer instanceof Answer.Refused && !ending()) {
            Duration wait = chain.untilAvailable();
            if (wait.compareTo(deadline.remaining()) > 0) {
                hopeless = true;
            } else {
                stop.await(wait.compareTo(GLANCE) > 0 ? wait : GLANCE);
                answer = chain.latest(symbol);
            }
        }
        return answer;
    }
}
