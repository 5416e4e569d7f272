package io.openalpha.source;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.Answer.Answered;
import io.openalpha.source.Answer.AnsweredHistory;
import io.openalpha.source.Answer.Refused;
import io.openalpha.source.Answer.Unanswered;
import io.openalpha.source.guard.FailurePolicy;
import io.openalpha.source.guard.FailurePolicy.Next;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public Answer latest(Symbol symbol) throws InterruptedException {
        return ask(symbol, source -> {
            Quote quote = source.latest(symbol);
            return answered(source, symbol, "Collected " + symbol, new Answered(quote));
        });
    }

    /**
     * Daily bars of an instrument, or why no source gave any. It takes as long as retries and limits demand.
     *
     * @throws InterruptedException if the thread was interrupted before there was an answer
     */
    public Answer history(Symbol symbol, HistoryRange range) throws InterruptedException {
        return ask(symbol, source -> {
            History history = source.history(symbol, range);
            String what = "Fetched %s days of %s".formatted(history.bars().size(), symbol);
            return answered(source, symbol, what, new AnsweredHistory(history));
        });
    }

    /** What is logged meanwhile has the symbol, and the source that is asked, among its fields. */
    private Answer ask(Symbol symbol, Question question) throws InterruptedException {
        MDC.put(SYMBOL_FIELD, symbol.name());
        try {
            return askInTurn(symbol, question);
        } finally {
            MDC.remove(SYMBOL_FIELD);
            MDC.remove(SOURCE_FIELD);
        }
    }

    private Answer askInTurn(Symbol symbol, Question question) throws InterruptedException {
        Map<String, SourceException> failures = new LinkedHashMap<>();
        for (GuardedSource source : sources) {
            if (!failures.isEmpty() && !isWorthAsking(source, failures.values())) {
                break;
            }
            MDC.put(SOURCE_FIELD, source.name());
            try {
                return question.ask(source);
            } catch (SourceException e) {
                LOG.debug("{} gave nothing of {}: {}", source.name(), symbol, e.getMessage());
                if (e.wasAsked()) {
                    tellOfFallback(source, symbol);
                }
                failures.put(source.name(), e);
            }
        }
        return isRefused(failures.values()) ? new Refused(symbol) : unanswered(symbol, failures);
    }

    /** Nobody was asked, and somebody may be later. */
    private static boolean isRefused(Collection<SourceException> failures) {
        return failures.stream().noneMatch(SourceException::wasAsked)
                && failures.stream().anyMatch(failure -> !(failure.failure() instanceof InvalidRequest));
    }

    private static boolean isWorthAsking(GuardedSource next, Collection<SourceException> failures) {
        boolean needed = failures.stream()
                .anyMatch(failure -> FailurePolicy.of(failure.failure()).next() == Next.ASKED);
        return needed || !next.isScarce();
    }

    private Answer answered(GuardedSource source, Symbol symbol, String what, Answer answer) {
        tellOfFallback(source, symbol);
        LOG.info("{} using {} ({})", what, source.name(), source == sources.get(0) ? "primary" : "fallback");
        return answer;
    }

    private void tellOfFallback(GuardedSource asked, Symbol symbol) {
        GuardedSource preferred = sources.get(0);
        if (asked != preferred) {
            LOG.warn("{} failed for {}, using {} fallback", preferred.name(), symbol, asked.name());
        }
    }

    private Answer unanswered(Symbol symbol, Map<String, SourceException> failures) {
        if (failures.size() > 1) {
            LOG.error("Both sources failed for {}, skipping", symbol);
        } else {
            LOG.error("{} failed for {}, skipping", sources.get(0).name(), symbol);
        }
        Map<String, SourceFailure> reasons = new LinkedHashMap<>();
        failures.forEach((source, failure) -> reasons.put(source, failure.failure()));
        return new Unanswered(symbol, reasons);
    }

    /** How long no source will let a call through; zero if one may now. */
    public Duration untilAvailable() {
        return sources.stream()
                .map(GuardedSource::untilAvailable)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What is asked of each source in turn. */
    private interface Question {

        Answer ask(GuardedSource source) throws SourceException, InterruptedException;
    }
}
