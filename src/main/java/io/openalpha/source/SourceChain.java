package io.openalpha.source;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.Answer.Answered;
import io.openalpha.source.Answer.Unanswered;
import io.openalpha.source.guard.Consequence;
import io.openalpha.source.guard.Consequence.Next;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The preferred source and, where it fails, its fallback. Safe for use by many threads. */
public final class SourceChain {

    private static final Logger LOG = LoggerFactory.getLogger(SourceChain.class);

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
        Map<String, SourceFailure> failures = new LinkedHashMap<>();
        for (GuardedSource source : sources) {
            if (!failures.isEmpty() && !isWorthAsking(source, failures)) {
                break;
            }
            if (!failures.isEmpty()) {
                LOG.warn("{} failed for {}, using {} fallback", sources.get(0).name(), symbol, source.name());
            }
            try {
                return answered(source, source.latest(symbol));
            } catch (SourceException e) {
                LOG.debug("{} gave no quote of {}: {}", source.name(), symbol, e.getMessage());
                failures.put(source.name(), e.failure());
            }
        }
        return unanswered(symbol, failures);
    }

    private static boolean isWorthAsking(GuardedSource next, Map<String, SourceFailure> failures) {
        boolean needed = failures.values().stream()
                .anyMatch(failure -> Consequence.of(failure).next() == Next.ASKED);
        return needed || !next.isScarce();
    }

    private Answer answered(GuardedSource source, Quote quote) {
        String role = source == sources.get(0) ? "primary" : "fallback";
        LOG.info("Collected {} using {} ({})", quote.symbol(), source.name(), role);
        return new Answered(quote);
    }

    private Answer unanswered(Symbol symbol, Map<String, SourceFailure> failures) {
        if (failures.size() > 1) {
            LOG.error("Both sources failed for {}, skipping", symbol);
        } else {
            LOG.error("{} failed for {}, skipping", sources.get(0).name(), symbol);
        }
        return new Unanswered(symbol, failures);
    }

    /** How long no source will let a call through; zero if one may now. */
    public Duration untilAvailable() {
        return sources.stream()
                .map(GuardedSource::untilAvailable)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
