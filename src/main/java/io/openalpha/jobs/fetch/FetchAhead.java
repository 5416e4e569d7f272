package io.openalpha.jobs.fetch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what is wanted and begins to fetch each long before its chunk needs it, so that fetches go on while a chunk is
 * written.
 *
 * <p>As many fetches are begun ahead as a chunk has and can be in flight: then there is never a thread without work.
 * They come out in the order of their positions, so that the last one of a chunk is where to resume.
 */
public final class FetchAhead<T, A> implements ItemReader<Fetch<T, A>>, StepExecutionListener {

    private static final int PAGE = 50;

    private final Supply<T> supply;
    private final Fetcher<T, A> fetcher;
    private final Pace pace;
    private final int window;
    private final Supplier<String> start;
    private final Queue<Fetch<T, A>> ahead = new ArrayDeque<>();
    private final Deque<T> page = new ArrayDeque<>();
    private String position = "";
    private boolean exhausted;

    /** @param start tells the position to begin after, once the step has begun */
    public FetchAhead(Supply<T> supply, Fetcher<T, A> fetcher, Pace pace, int window, Supplier<String> start) {
        this.supply = supply;
        this.fetcher = fetcher;
        this.pace = pace;
        this.window = window;
        this.start = start;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        position = start.get();
    }

    @Override
    public @Nullable Fetch<T, A> read() throws InterruptedException {
        while (ahead.size() < window && !exhausted && !fetcher.ending()) {
            begin();
        }
        return fetcher.ending() ? null : ahead.poll();
    }

    /** Whether everything was read. */
    boolean finished() {
        return exhausted && ahead.isEmpty();
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        ahead.forEach(fetch -> fetch.answer().cancel(true));
        return null;
    }

    private void begin() throws InterruptedException {
        if (page.isEmpty()) {
            page.addAll(supply.after(position, PAGE));
        }
        T wanted = page.poll();
        if (wanted == null) {
            exhausted = true;
            return;
        }
        position = supply.position(wanted);
        pace.next();
        ahead.add(fetcher.begin(wanted));
    }
}
