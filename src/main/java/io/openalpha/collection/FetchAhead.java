package io.openalpha.collection;

import io.openalpha.market.Symbol;
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
 * Reads symbols and begins to fetch each long before its chunk needs it, so that fetches go on while a chunk is
 * written.
 *
 * <p>As many fetches are begun ahead as a chunk has and can be in flight: then there is never a thread without work.
 * Symbols come out in the order of their names, so that the last name of a chunk is the position to resume from.
 */
final class FetchAhead implements ItemReader<Fetch>, StepExecutionListener {

    private static final int PAGE = 200;

    private final SymbolSupply supply;
    private final Fetcher fetcher;
    private final Pace pace;
    private final int window;
    private final Supplier<String> start;
    private final Queue<Fetch> ahead = new ArrayDeque<>();
    private final Deque<Symbol> page = new ArrayDeque<>();
    private String position = "";
    private boolean exhausted;

    /** @param start tells the position to begin after, once the step has begun */
    FetchAhead(SymbolSupply supply, Fetcher fetcher, Pace pace, int window, Supplier<String> start) {
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
    public @Nullable Fetch read() throws InterruptedException {
        while (ahead.size() < window && !exhausted && !fetcher.ending()) {
            begin();
        }
        return fetcher.ending() ? null : ahead.poll();
    }

    /** Whether every symbol was read. */
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
        Symbol symbol = page.poll();
        if (symbol == null) {
            exhausted = true;
            return;
        }
        position = symbol.name();
        pace.next();
        ahead.add(fetcher.begin(symbol));
    }
}
