package io.openalpha.jobs.fetch;

import io.openalpha.run.SymbolAccount;
import io.openalpha.source.wire.SourceFailure.InConflict;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The account of a run's symbols, and how many of them each source answered.
 *
 * @param sources answers that were stored, by source; one whose symbol failed in a later step included
 */
public record RunTally(SymbolAccount account, Map<String, Long> sources) {

    /** @param prefix of the counts of symbols that a source answered, such as {@code collected.} */
    static RunTally of(Map<String, Long> counts, String prefix, Map<String, Long> failed) {
        Map<String, Long> sources = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(prefix)) {
                sources.put(name.substring(prefix.length()), count);
            }
        });
        return new RunTally(SymbolAccount.of(counts, failed), sources);
    }

    /**
     * Symbols that failed, of all that were to be asked for, 0 to 1; without those in conflict, which no second run
     * would help.
     */
    public double failedShare() {
        long conflicts = account.failed().getOrDefault(InConflict.REASON, 0L);
        return account.asked() == 0 ? 0 : (double) (account.failedTotal() - conflicts) / account.asked();
    }

    /** Such as {@code 497 of 500 symbols (yahoo 496, alphavantage 1), 2 failed (not_found 2), 1 missing}. */
    @Override
    public String toString() {
        return "%s of %s symbols%s%s%s"
                .formatted(
                        account.had(),
                        account.asked(),
                        list(sources),
                        account.failed().isEmpty()
                                ? ""
                                : ", %s failed%s".formatted(account.failedTotal(), list(account.failed())),
                        account.missing() == 0 ? "" : ", %s missing".formatted(account.missing()));
    }

    private static String list(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
