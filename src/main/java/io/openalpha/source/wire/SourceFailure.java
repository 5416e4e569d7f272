package io.openalpha.source.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a source gave no price. A detail is one printable line and never holds a secret. */
public sealed interface SourceFailure {

    /** One stable word in lower snake case, for tables, metrics and logs. */
    String reason();

    /** What happened, for people. */
    String detail();

    /** The source does not know the symbol. */
    record NotFound(String detail) implements SourceFailure {
        public NotFound {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "not_found";
        }
    }

    /** The source knows the symbol but has no price of it now. */
    record NoData(String detail) implements SourceFailure {
        public NoData {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "no_data";
        }
    }

    /** The source does not accept such a request, however often it is made. */
    record InvalidRequest(String detail) implements SourceFailure {
        public InvalidRequest {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "invalid_request";
        }
    }

    /** The source refuses this client or its key, for every symbol. */
    record Unauthorized(String detail) implements SourceFailure {
        public Unauthorized {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "unauthorized";
        }
    }

    /**
     * Too many requests in a short time.
     *
     * @param retryAfter how long the source wants to be left alone, or null if it did not say
     */
    record RateLimited(String detail, @Nullable Duration retryAfter) implements SourceFailure {
        public RateLimited {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "rate_limited";
        }
    }

    /**
     * No more requests are allowed for a long time.
     *
     * @param until when there are some again
     */
    record QuotaSpent(String detail, Instant until) implements SourceFailure {
        public QuotaSpent {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "quota_spent";
        }
    }

    /** The source cannot be reached, is too slow, or says that it is broken. */
    record Unavailable(String detail) implements SourceFailure {
        public Unavailable {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "unavailable";
        }
    }

    /** The answer is not what was asked for, or not intact. */
    record Garbled(String detail) implements SourceFailure {
        public Garbled {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "garbled";
        }
    }

    /** The answer is well-formed but cannot be used for this symbol: no currency, say, or another granularity. */
    record Unusable(String detail) implements SourceFailure {
        public Unusable {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return "unusable";
        }
    }

    /** The answer contradicts itself or what is stored, and a person has to decide which side is right. */
    record InConflict(String detail) implements SourceFailure {

        /** See {@link SourceFailure#reason()}. */
        public static final String REASON = "in_conflict";

        public InConflict {
            detail = SourceText.clean(detail);
        }

        @Override
        public String reason() {
            return REASON;
        }
    }
}
