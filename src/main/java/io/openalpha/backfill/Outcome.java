package io.openalpha.backfill;

import io.openalpha.market.BarUpdate;
import io.openalpha.source.Answer;

/** What came of asking for a symbol's days. */
sealed interface Outcome {

    /** Days to store. */
    record Had(BarUpdate update) implements Outcome {}

    /** No source gave any. */
    record Failed(Answer.Unanswered answer) implements Outcome {}

    /** A source gave prices as traded, and nothing shows how they go with those that are stored. */
    record Unconvertible(String source) implements Outcome {}
}
