package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.run.SymbolAccount;
import java.util.List;
import java.util.Map;

/**
 * What one step of a job asks of the sources, and what it does with the answers.
 *
 * @param <A> what it gets of a symbol
 */
public interface FetchTask<A> {

    /** The name of the step. */
    String name();

    /** The prefix of the counts of stored answers; the source's name follows. */
    default String counted() {
        return SymbolAccount.HAD;
    }

    /** The symbols to ask for, in the order of their names; read once, when the step begins. */
    List<Symbol> symbols();

    /** What to ask for some of the symbols, one question each at most. Called outside any transaction. */
    List<Question<A>> questions(List<Symbol> symbols);

    /**
     * Stores the answers of a chunk, inside its transaction. Where the database refuses them, each is tried again
     * alone.
     *
     * @param answers no two of them of the same symbol
     */
    void store(List<A> answers);

    /** The name of the source that gave an answer. */
    String source(A answer);

    /** Further counts of an answer, by name. */
    default Map<String, Long> counts(A answer) {
        return Map.of();
    }

    /** Called inside the chunk's transaction with the outcome of its symbols. */
    default void ended(List<Symbol> had, List<Failure> failed) {}
}
