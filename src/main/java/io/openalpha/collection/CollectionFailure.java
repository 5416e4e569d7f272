package io.openalpha.collection;

import io.openalpha.market.Quote;
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
record CollectionFailure(Symbol symbol, String reason, String detail, boolean retryable, Instant at) {

    static final String NOT_FOUND = "not_found";

    static CollectionFailure of(Answer.Unanswered answer, Instant at) {
        return new CollectionFailure(answer.symbol(), answer.reason(), answer.detail(), answer.worthRetrying(), at);
    }

    /** A quote that the database refused. */
    static CollectionFailure of(Quote refused, Instant at) {
        String detail = "the database refused %s %s of %s at %s"
                .formatted(refused.price(), refused.currency(), refused.source(), refused.at());
        return new CollectionFailure(refused.symbol(), "refused", detail, false, at);
    }
}
