package io.openalpha.market.plausibility;

import io.openalpha.market.AcceptedConflict;
import io.openalpha.market.BarReader;
import io.openalpha.market.Conflict;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what sources and files say, before it replaces anything. Safe for use by many threads. */
public record Plausibility(BarReader bars, ConflictStore conflicts) {

    /**
     * The claim as it may be stored, or in conflict.
     *
     * @param stored what there is of the instrument; null if nothing
     * @param from the first day that was asked for
     * @param latest the last day that can have a bar
     * @param whole whether it would take the place of everything that is stored
     */
    public Claim judged(Claim claim, @Nullable StoredSeries stored, LocalDate from, LocalDate latest, boolean whole) {
        List<DailyBar> before = whole || stored == null ? List.of() : stored.before(from);
        Claim judged = byItself(claim, stored, before, latest);
        if (stored == null || claim.decisions().all()) {
            return judged;
        }
        StoredRules rules = new StoredRules(stored);
        // What is stored tells more of a change of the unit than the answer does.
        Conflict conflict = rules.tail(judged.conflict() == null ? judged : claim, from);
        if (conflict == null && judged.conflict() == null) {
            conflict = whole ? extent(judged, stored) : null;
        }
        return conflict == null ? judged : judged.in(conflict);
    }

    /** What a person has accepted is looked up only where there is a conflict. */
    private Claim byItself(Claim claim, @Nullable StoredSeries stored, List<DailyBar> before, LocalDate latest) {
        Claim judged = claim.judged(before, latest);
        if (judged.conflict() == null || stored == null) {
            return judged;
        }
        Set<AcceptedConflict> accepted = conflicts.accepted(stored.series().symbol());
        return accepted.isEmpty() ? judged : claim.with(Decisions.of(accepted)).judged(before, latest);
    }

    private @Nullable Conflict extent(Claim claim, StoredSeries stored) {
        return bars.extent(stored.series().symbol())
                .map(extent -> StoredRules.extent(claim, extent))
                .orElse(null);
    }
}
