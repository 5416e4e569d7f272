package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.SymbolChoice;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill is asked to do.
 *
 * @param symbols these only; every enabled one when there are none
 * @param from the first day to fetch; null for what is stored, or the configured history where nothing is
 * @param to the last day to fetch; null for today
 * @param full whether everything is asked for again, also what is stored
 * @param accept whether what the source says then replaces what is stored, although the two contradict one another
 */
public record BackfillRequest(
        List<Symbol> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean full,
        boolean accept) {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String FULL = "full";
    private static final String ACCEPT = "accept";

    /** @throws IllegalArgumentException if it ends before it begins, with a message for the user */
    public BackfillRequest {
        symbols = List.copyOf(symbols);
        if (accept && symbols.isEmpty()) {
            throw new IllegalArgumentException("what a source says is accepted symbol by symbol: name some");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the history ends on %s, before it begins on %s".formatted(to, from));
        }
    }

    /** Whatever is missing, of every enabled symbol. */
    public static BackfillRequest incremental() {
        return new BackfillRequest(List.of(), null, null, false, false);
    }

    /** The same as details of a run. */
    public Map<String, String> details() {
        Map<String, String> details = new SymbolChoice(symbols).details();
        if (from != null) {
            details.put(FROM, from.toString());
        }
        if (to != null) {
            details.put(TO, to.toString());
        }
        if (full) {
            details.put(FULL, "true");
        }
        if (accept) {
            details.put(ACCEPT, "true");
        }
        return details;
    }

    static BackfillRequest of(Map<String, String> details) {
        return new BackfillRequest(
                SymbolChoice.of(details).named(),
                date(details.get(FROM)),
                date(details.get(TO)),
                details.containsKey(FULL),
                details.containsKey(ACCEPT));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
