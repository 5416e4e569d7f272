package io.openalpha.source.alphavantage;

import io.openalpha.source.http.Redaction;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NotFound;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What Alpha Vantage says in prose, at status 200, instead of data. */
final class ServiceMessage {

    private static final int LONGEST_TEXT = 300;

    private final String detail;
    private final String lowerCase;
    private final Instant now;

    ServiceMessage(String text, Instant now, Redaction redaction) {
        String safe = redaction.apply(text);
        this.detail = safe.substring(0, Math.min(safe.length(), LONGEST_TEXT));
        this.lowerCase = text.toLowerCase(Locale.ROOT);
        this.now = now;
    }

    /** The meaning of an {@code Error Message}. */
    SourceFailure error() {
        return says("apikey") ? new Unauthorized(detail) : new NotFound(detail);
    }

    /** The meaning of a {@code Note}, the older form of a limit. */
    SourceFailure note() {
        return new RateLimited(detail, Duration.ofMinutes(1));
    }

    /**
     * The meaning of {@code Information}. The order matters: the text about spreading requests out also mentions days
     * and premium.
     */
    SourceFailure information() {
        if (says("per second") || says("per-second") || says("spread") || says("sparingly")) {
            return new RateLimited(detail, Duration.ofSeconds(1));
        }
        if (says("per minute")) {
            return new RateLimited(detail, Duration.ofMinutes(1));
        }
        if (says("per day")) {
            return new QuotaSpent(detail, QuotaDay.at(now).end());
        }
        return says("premium") || says("api key") ? new Unauthorized(detail) : new Garbled(detail);
    }

    private boolean says(String words) {
        return lowerCase.contains(words);
    }
}
