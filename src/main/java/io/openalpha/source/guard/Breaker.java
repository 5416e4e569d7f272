package io.openalpha.source.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.openalpha.source.activity.BreakerState;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a source alone for a while when it fails, and says so. */
final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String source;
    private final SourceActivity activity;
    private final GuardSettings.Breaker settings;
    private final Clock clock;
    private final CircuitBreaker circuit;

    /** The failure that opened the circuit and until when; null if failures in a row did. */
    private @Nullable SourceFailure cause;

    private volatile String lastFailure = "";

    private Instant openUntil = Instant.MIN;

    Breaker(SourceActivity activity, GuardSettings.Breaker settings, Clock clock) {
        this.source = activity.source();
        this.activity = activity;
        this.settings = settings;
        this.clock = clock;
        this.circuit = CircuitBreaker.of(source, config(settings, clock));
        circuit.getEventPublisher().onStateTransition(event -> entered(event.getStateTransition()));
    }

    private static CircuitBreakerConfig config(GuardSettings.Breaker settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.failures())
                .minimumNumberOfCalls(settings.failures())
                .failureRateThreshold(100)
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .clock(clock)
                .build();
    }

    /** @throws SourceException if the circuit is open; otherwise one of the methods below must follow */
    void enter() throws SourceException {
        if (!circuit.tryAcquirePermission()) {
            throw SourceException.notAsked(refusal());
        }
    }

    void succeeded() {
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The call ended in a way that says nothing about the source. */
    void abandoned() {
        circuit.releasePermission();
    }

    void failed(SourceException e) {
        switch (FailurePolicy.of(e.failure()).circuit()) {
            case OPENS -> {
                circuit.releasePermission();
                open(e.failure());
            }
            case COUNTS -> {
                if (e.wasAsked()) {
                    lastFailure = e.failure().detail();
                    circuit.onError(0, TimeUnit.NANOSECONDS, e);
                } else {
                    circuit.releasePermission();
                }
            }
            case UNTOUCHED -> circuit.releasePermission();
        }
    }

    boolean isClosed() {
        return circuit.getState() == State.CLOSED;
    }

    /** How long no call will be let through; zero if one may be. */
    synchronized Duration untilClosed() {
        Duration left = Duration.between(clock.instant(), openUntil);
        return circuit.getState() != State.OPEN || left.isNegative() ? Duration.ZERO : left;
    }

    private synchronized void open(SourceFailure failure) {
        Instant until = failure instanceof QuotaSpent spent
                ? spent.until()
                : clock.instant().plus(settings.open());
        if (circuit.getState() == State.OPEN && !until.isAfter(openUntil)) {
            return;
        }
        cause = failure;
        openUntil = until;
        circuit.transitionToOpenStateUntil(until);
        activity.breaker(BreakerState.OPEN, until, failure.detail());
        LOG.warn("{} circuit opened until {}: {}", source, until, failure.detail());
    }

    private synchronized void entered(StateTransition transition) {
        switch (transition) {
            case CLOSED_TO_OPEN -> {
                if (countedOpening("%s failures in a row".formatted(settings.failures()))) {
                    LOG.warn("{} circuit opened after {} failures", source, settings.failures());
                }
            }
            case HALF_OPEN_TO_OPEN -> {
                if (countedOpening("%s failed probes".formatted(settings.probes()))) {
                    LOG.warn("{} circuit opened again after {} failed probes", source, settings.probes());
                }
            }
            case OPEN_TO_HALF_OPEN -> {
                cause = null;
                activity.breaker(BreakerState.HALF_OPEN, null, "");
                LOG.info("{} circuit half-open, {} probes are let through", source, settings.probes());
            }
            case HALF_OPEN_TO_CLOSED -> {
                activity.breaker(BreakerState.CLOSED, null, "");
                LOG.info("{} circuit closed", source);
            }
            default -> {}
        }
    }

    private boolean countedOpening(String reason) {
        if (cause != null) {
            return false;
        }
        openUntil = clock.instant().plus(settings.open());
        activity.breaker(BreakerState.OPEN, openUntil, reason);
        return true;
    }

    private synchronized SourceFailure refusal() {
        if (cause instanceof QuotaSpent || cause instanceof Unauthorized) {
            return cause;
        }
        String until = circuit.getState() == State.OPEN ? " until " + openUntil.truncatedTo(ChronoUnit.SECONDS) : "";
        return new Unavailable("circuit is open%s after failures in a row: %s".formatted(until, lastFailure));
    }
}
