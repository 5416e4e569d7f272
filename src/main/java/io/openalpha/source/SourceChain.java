package io.openalpha.source;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.guard.FailurePolicy;
import io.openalpha.source.guard.FailurePolicy.Next;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.NotFound;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The preferred source and, where it fails, its fallback. Safe for use by many threads. */
public final class SourceChain {

    private static final Logger LOG = LoggerFactory.getLogger(SourceChain.class);

    private static final String SYMBOL_FIELD = "openalpha.symbol";
    private static final String SOURCE_FIELD = "openalpha.source";

    private final List<GuardedSource> sources;

    /** @throws IllegalArgumentException if there is no source */
    SourceChain(List<GuardedSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a chain needs a source");
        }
        this.sources = List.copyOf(sources);
    }

    /** The names of the sources, the preferred one first. */
    public List<String> names() {
        return sources.stream().map(GuardedSource::name).toList();
    }

    /**
     * The latest quote of an instrument, or why no source gave one. It takes as long as retries and limits demand.
     *
     * @throws InterruptedException if the thread was interrupted before there was an answer
     */
    public Answer<Quote> latest(Symbol symbol) throws InterruptedException {
        return ask(symbol, source -> source.latest(symbol), quote -> "Collected " + symbol);
    }

    /**
     * Daily bars of an instrument, or why no source gave any. It takes as long as retries and limits demand.
     *
     * @throws InterruptedException if the thread was interrupted before there was an answer
     */
    public Answer<History> history(Symbol symbol, HistoryRange range) throws InterruptedException {
        return ask(symbol, source -> source.history(symbol, range), history -> "Fetched %s days of %s"
                .formatted(history.bars().size(), symbol));
    }

    /** Log lines written meanwhile carry the symbol and the source as fields. */
    private <T> Answer<T> ask(Symbol symbol, Question<T> question, Function<T, String> description)
            throws InterruptedException {
        MDC.put(SYMBOL_FIELD, symbol.name());
        try {
            return askInTurn(symbol, question, description);
        } finally {
            MDC.remove(SYMBOL_FIELD);
            MDC.remove(SOURCE_FIELD);
        }
    }

    private <T> Answer<T> askInTurn(Symbol symbol, Question<T> question, Function<T, String> description)
            throws InterruptedException {
        Map<String, SourceException> failures = new LinkedHashMap<>();
        boolean away = false;
        for (GuardedSource source : sources) {
            if (!failures.isEmpty() && !isWorthAsking(source, failures.values())) {
                away = source.isAway();
                break;
            }
            MDC.put(SOURCE_FIELD, source.name());
            try {
                T value = question.ask(source);
                logFallback(source, symbol);
                String role = source == sources.get(0) ? "primary" : "fallback";
                LOG.info("{} using {} ({})", description.apply(value), source.name(), role);
                return Answer.answered(value);
            } catch (SourceException e) {
                LOG.debug("{} gave nothing of {}: {}", source.name(), symbol, e.getMessage());
                if (e.wasAsked()) {
                    logFallback(source, symbol);
                }
                failures.put(source.name(), e);
            }
        }
        SourceFailures reasons = failures(failures, away);
        if (isRefused(failures.values())) {
            return Answer.refused(reasons);
        }
        logFailure(failures.keySet(), symbol);
        return Answer.failed(reasons);
    }

    private static SourceFailures failures(Map<String, SourceException> exceptions, boolean away) {
        Map<String, SourceFailure> failures = new LinkedHashMap<>();
        exceptions.forEach((source, exception) -> failures.put(source, exception.failure()));
        boolean unknown = failures.values().stream().anyMatch(NotFound.class::isInstance)
                && failures.values().stream()
                        .allMatch(failure -> failure instanceof NotFound || failure instanceof InvalidRequest);
        return new SourceFailures(failures, unknown && !away);
    }

    /** No source was asked, and one may be available later. */
    private static boolean isRefused(Collection<SourceException> failures) {
        return failures.stream().noneMatch(SourceException::wasAsked)
                && failures.stream().anyMatch(failure -> !(failure.failure() instanceof InvalidRequest));
    }

    private static boolean isWorthAsking(GuardedSource next, Collection<SourceException> failures) {
        boolean needed = failures.stream()
                .anyMatch(failure -> FailurePolicy.of(failure.failure()).next() == Next.ASKED);
        return needed || !next.isScarce();
    }

    private void logFallback(GuardedSource asked, Symbol symbol) {
        GuardedSource preferred = sources.get(0);
        if (asked != preferred) {
            LOG.warn("{} failed for {}, using {} fallback", preferred.name(), symbol, asked.name());
        }
    }

    private static void logFailure(Collection<String> names, Symbol symbol) {
        String who = names.size() == 2 ? "Both sources" : String.join(", ", names);
        LOG.error("{} failed for {}, skipping", who, symbol);
    }

    /** How long until a source lets a call through; zero if one does now. */
    public Duration untilAvailable() {
        return sources.stream()
                .map(GuardedSource::untilAvailable)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What is asked of each source in turn. */
    private interface Question<T> {

        T ask(GuardedSource source) throws SourceException, InterruptedException;
    }
}
