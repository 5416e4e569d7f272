package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.source.SourceFailures;
import java.time.Instant;

/**
 * A symbol for which a run got no answer that it could store.
 *
 * @param reason one lower-case word, such as {@code not_found}
 * @param detail a sentence for people; holds no secret
 * @param retryable whether asking again may help
 * @param unknownToAll whether every source that lists such symbols says that there is none of this name
 * @param at when it was given up
 */
public record Failure(
        Symbol symbol, String reason, String detail, boolean retryable, boolean unknownToAll, Instant at) {

    static Failure of(Symbol symbol, SourceFailures failures, Instant at) {
        return new Failure(
                symbol, failures.reason(), failures.detail(), failures.worthRetrying(), failures.unknownToAll(), at);
    }
}
