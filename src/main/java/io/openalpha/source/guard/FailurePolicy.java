package io.openalpha.source.guard;

import io.openalpha.source.wire.SourceFailure;
import java.util.Arrays;

/** What follows from each kind of failure: the one place where it is decided. */
public enum FailurePolicy {
    UNAVAILABLE(SourceFailure.Unavailable.class, Retry.YES, Circuit.COUNTS, Next.ASKED),
    GARBLED(SourceFailure.Garbled.class, Retry.YES, Circuit.COUNTS, Next.ASKED),
    RATE_LIMITED(SourceFailure.RateLimited.class, Retry.YES, Circuit.COUNTS, Next.ASKED),
    QUOTA_SPENT(SourceFailure.QuotaSpent.class, Retry.NO, Circuit.OPENS, Next.ASKED),
    NOT_FOUND(SourceFailure.NotFound.class, Retry.NO, Circuit.UNTOUCHED, Next.ASKED_UNLESS_SCARCE),
    NO_DATA(SourceFailure.NoData.class, Retry.NO, Circuit.UNTOUCHED, Next.ASKED_UNLESS_SCARCE),
    UNUSABLE(SourceFailure.Unusable.class, Retry.NO, Circuit.UNTOUCHED, Next.ASKED_UNLESS_SCARCE),
    IN_CONFLICT(SourceFailure.InConflict.class, Retry.NO, Circuit.UNTOUCHED, Next.ASKED_UNLESS_SCARCE),
    UNAUTHORIZED(SourceFailure.Unauthorized.class, Retry.NO, Circuit.OPENS, Next.ASKED),
    INVALID_REQUEST(SourceFailure.InvalidRequest.class, Retry.NO, Circuit.UNTOUCHED, Next.ASKED);

    /** Whether the same source is asked again for the same symbol, at once or later. */
    public enum Retry {
        YES,
        NO
    }

    /** What the failure does to the source's breaker. */
    public enum Circuit {
        /** It is one of the failures in a row that open it. */
        COUNTS,
        /** It opens it by itself. */
        OPENS,
        /** It says nothing about the source's health. */
        UNTOUCHED
    }

    /** What becomes of the next source. */
    public enum Next {
        /** It is asked for the symbol. */
        ASKED,
        /** It is asked, unless its quota should be kept for outages. */
        ASKED_UNLESS_SCARCE
    }

    private final Class<? extends SourceFailure> type;
    private final Retry retry;
    private final Circuit circuit;
    private final Next next;

    FailurePolicy(Class<? extends SourceFailure> type, Retry retry, Circuit circuit, Next next) {
        this.type = type;
        this.retry = retry;
        this.circuit = circuit;
        this.next = next;
    }

    /** The row of the table for a failure. */
    public static FailurePolicy of(SourceFailure failure) {
        return Arrays.stream(values())
                .filter(row -> row.type.isInstance(failure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no policy is known for " + failure.reason()));
    }

    public boolean isRetried() {
        return retry == Retry.YES;
    }

    public Circuit circuit() {
        return circuit;
    }

    public Next next() {
        return next;
    }
}
