package io.openalpha.source;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.guard.Limiter;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.wire.MarketDataSource;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source, and its own limiter, that does as it is told and counts how often it is asked. */
public final class ScriptedSource implements MarketDataSource, Limiter {

    private final String name;
    private @Nullable SourceFailure failure;
    private @Nullable SourceFailure refusal;
    private @Nullable RuntimeException unexpected;
    private boolean scarce;
    private int calls;

    public ScriptedSource(String name) {
        this.name = name;
    }

    public void fails(SourceFailure newFailure) {
        failure = newFailure;
    }

    /** As one does that meets what its author did not think of. */
    public void throwsInstead(RuntimeException thrown) {
        unexpected = thrown;
    }

    public void answers() {
        failure = null;
    }

    public void refusesPermits(SourceFailure newRefusal) {
        refusal = newRefusal;
    }

    public void becomesScarce() {
        scarce = true;
    }

    public int calls() {
        return calls;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean serves(Symbol symbol) {
        return !symbol.name().startsWith("^");
    }

    @Override
    public Quote latest(Symbol symbol) throws SourceException {
        calls++;
        if (unexpected != null) {
            throw unexpected;
        }
        if (failure != null) {
            throw new SourceException(failure);
        }
        return new Quote(symbol, Instant.EPOCH, BigDecimal.ONE, 1, "USD", name, Instant.EPOCH);
    }

    @Override
    public <T> T call(SourceCall<T> call) throws SourceException, InterruptedException {
        if (refusal != null) {
            throw SourceException.notAsked(refusal);
        }
        return call.run();
    }

    @Override
    public boolean isScarce() {
        return scarce;
    }

    @Override
    public Duration untilAllowed() {
        return Duration.ZERO;
    }
}
