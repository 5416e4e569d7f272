package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import java.time.Instant;

/**
 * A symbol that a run could not have.
 *
 * @param reason one lower-case word, such as {@code not_found}
 * @param detail a sentence for people; holds no secret
 * @param retryable whether asking again may help
 * @param at when it was given up
 */
public record Failure(Symbol symbol, String reason, String detail, boolean retryable, Instant at) {

    /** The reason of a symbol that no source knows. */
    public static final String NOT_FOUND = "not_found";

    /** What the sources said. */
    public static Failure of(Answer.Unanswered answer, Instant at) {
        return new Failure(answer.symbol(), answer.reason(), answer.detail(), answer.worthRetrying(), at);
    }
}
