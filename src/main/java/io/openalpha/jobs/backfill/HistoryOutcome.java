package io.openalpha.jobs.backfill;

import io.openalpha.market.BarUpdate;
import io.openalpha.source.Answer;

/** What came of asking for a symbol's days. */
sealed interface HistoryOutcome {

    /** Days to store. */
    record Had(BarUpdate update) implements HistoryOutcome {}

    /** No source gave any. */
    record Failed(Answer.Unanswered answer) implements HistoryOutcome {}

    /** A source gave prices as traded, and nothing shows how they go with those that are stored. */
    record Unconvertible(String source) implements HistoryOutcome {}
}
