package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.run.Deadline;
import io.openalpha.run.LogFields;
import io.openalpha.run.ProgressDisplay.Bar;
import io.openalpha.run.StopSignal;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import io.openalpha.source.SourceFailures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks for symbols long before their chunk needs the answers, and hands over the answers in the order in which they
 * come. While no source may be called, questions wait instead of failing: an outage is not the symbol's fault, and what
 * it delays need not be repaired.
 */
final class FetchAhead<A> implements AutoCloseable {

    private static final int PAGE = 50;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final FetchTask<A> task;
    private final FetchSettings settings;
    private final SourceChain chain;
    private final StopSignal stop;
    private final Deadline deadline;
    private final Bar bar;
    private final Deque<Symbol> symbols;
    private final ExecutorService threads;
    private final Deque<Question<A>> questions = new ArrayDeque<>();
    private final BlockingQueue<Future<Optional<Fetched<A>>>> ended = new LinkedBlockingQueue<>();
    private final Deque<Fetched<A>> ready = new ArrayDeque<>();
    private int begun;
    private int inFlight;
    /** No source can be asked before the deadline. */
    private volatile boolean hopeless;

    private volatile @Nullable SourceFailures refusal;

    FetchAhead(FetchTask<A> task, FetchJob job, List<Symbol> symbols, Bar bar) {
        this.task = task;
        this.settings = job.settings();
        this.chain = job.jobs().chain();
        this.stop = job.run().stop();
        this.deadline = job.deadline();
        this.bar = bar;
        this.symbols = new ArrayDeque<>(symbols);
        this.threads = FetchThreads.of(settings.inFlight());
    }

    /** Returns when the answers of a whole chunk are there, or the last ones of the step. */
    void awaitChunk() throws InterruptedException {
        boolean more = begin();
        while (more && ready.size() < settings.chunkSize() && !isEnding()) {
            take();
            more = begin();
        }
        if (isEnding()) {
            takeTheLast();
        }
    }

    /** Lets the questions in flight finish. */
    private void takeTheLast() throws InterruptedException {
        Duration grace = GRACE;
        while (inFlight > 0 && !grace.isNegative()) {
            if (!take()) {
                grace = grace.minus(POLL);
            }
        }
        threads.shutdownNow();
        inFlight = 0;
    }

    /**
     * Begins questions of the next chunk beside the answers of this one, so that no thread is idle while this chunk is
     * written; false if there is nothing left to wait for.
     */
    private boolean begin() throws InterruptedException {
        while (inFlight < settings.chunkSize() + settings.inFlight() && !isEnding() && hasQuestion()) {
            if (begun > 0 && begun % settings.politenessBatch() == 0) {
                stop.await(settings.politenessDelay());
            }
            begun++;
            inFlight++;
            Question<A> question = questions.remove();
            threads.execute(new FutureTask<>(LogFields.carriedBy(() -> fetch(question))) {
                @Override
                protected void done() {
                    ended.add(this);
                }
            });
        }
        return inFlight > 0;
    }

    private boolean hasQuestion() {
        while (questions.isEmpty() && !symbols.isEmpty()) {
            List<Symbol> page = symbols.stream().limit(PAGE).toList();
            page.forEach(symbol -> symbols.remove());
            questions.addAll(task.questions(page));
        }
        return !questions.isEmpty();
    }

    /** Waits a moment for the next one; false if none has ended. */
    private boolean take() throws InterruptedException {
        Future<Optional<Fetched<A>>> one = ended.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        if (one == null) {
            return false;
        }
        inFlight--;
        try {
            one.get().ifPresent(this::add);
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private void add(Fetched<A> fetched) {
        ready.add(fetched);
        bar.advance();
    }

    /** Empty where the run ended before a source could be asked. */
    private Optional<Fetched<A>> fetch(Question<A> question) throws InterruptedException {
        if (isEnding()) {
            return Optional.empty();
        }
        Answer<A> answer = question.ask();
        while (isRefused(answer) && !isEnding()) {
            Duration wait = chain.untilAvailable();
            if (wait.compareTo(deadline.remaining()) > 0) {
                hopeless = true;
            } else {
                stop.await(wait.compareTo(POLL) > 0 ? wait : POLL);
                answer = question.ask();
            }
        }
        return isRefused(answer) ? Optional.empty() : Optional.of(new Fetched<>(question.symbol(), answer));
    }

    private boolean isRefused(Answer<A> answer) {
        SourceFailures reasons =
                answer.<@Nullable SourceFailures>fold(value -> null, refused -> refused, failures -> null);
        refusal = reasons;
        return reasons != null;
    }

    /** Whether nothing new is to be begun. */
    private boolean isEnding() {
        return hopeless || stop.requested() || deadline.isPassed();
    }

    /** The next answer of the chunk; null if there is none left. */
    @Nullable
    Fetched<A> read() {
        return ready.poll();
    }

    /** Why questions were not asked; empty where that is not the sources' doing. */
    String refusal() {
        SourceFailures last = refusal;
        return last == null ? "" : last.detail();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
