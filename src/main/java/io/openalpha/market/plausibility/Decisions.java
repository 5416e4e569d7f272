package io.openalpha.market.plausibility;

import io.openalpha.market.AcceptedConflict;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a person has decided about contradictions within an answer.
 *
 * @param all whether every one is accepted
 * @param accepted those that were accepted before
 * @param applied those of them that the answer has
 */
public record Decisions(boolean all, Set<AcceptedConflict> accepted, Set<AcceptedConflict> applied) {

    /** Nothing was decided. */
    public static final Decisions NONE = of(Set.of());

    /** Whatever an answer says is accepted. */
    public static final Decisions ALL = new Decisions(true, Set.of(), Set.of());

    /** What was accepted before. */
    public static Decisions of(Set<AcceptedConflict> accepted) {
        return new Decisions(false, accepted, Set.of());
    }

    boolean isChangeOfUnit(LocalDate day) {
        return !applied.isEmpty() && applied.contains(new AcceptedConflict(Rule.CHANGE_OF_UNIT.word(), day));
    }

    boolean accept(AcceptedConflict one) {
        return all || accepted.contains(one);
    }

    Decisions applied(AcceptedConflict one) {
        Set<AcceptedConflict> more = new LinkedHashSet<>(applied);
        more.add(one);
        return new Decisions(all, accepted, more);
    }
}
