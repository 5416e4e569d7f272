package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.market.Symbol;
import java.util.List;

/** Which days one step of the backfill asks for. */
interface HistoryRequests {

    /** The symbols to ask for, in the order of their names. */
    List<Symbol> symbols();

    /** What to ask for some of them. */
    List<HistoryRequest> of(List<Symbol> symbols);

    /** Called inside the chunk's transaction with the outcome of its symbols. */
    default void ended(List<Symbol> had, List<Failure> failed) {}
}
