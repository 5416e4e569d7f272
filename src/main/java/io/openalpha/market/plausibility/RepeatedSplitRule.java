package io.openalpha.market.plausibility;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts a split once that the answer names twice within a week, unless its prices change twice. Kept is the one on
 * whose day they change or, where that does not tell, the earlier one.
 *
 * @param known the last stored day before the answer
 */
record RepeatedSplitRule(LocalDate known) {

    /** Sessions within which no company splits its shares twice alike. */
    private static final int NEAR = 5;

    private static final double ROUNDING = 1e-4;

    Claim apply(Claim claim) {
        Moves moves = new Moves(claim, known);
        List<CorporateAction> kept = new ArrayList<>();
        List<CorporateAction> repeated = new ArrayList<>();
        for (CorporateAction split : SplitRule.visible(claim)) {
            int last = kept.size() - 1;
            if (last < 0 || !isRepeat(moves, kept.get(last), split)) {
                kept.add(split);
            } else if (isNearer(moves, split, kept.get(last))) {
                repeated.add(kept.set(last, split));
            } else {
                repeated.add(split);
            }
        }
        return repeated.isEmpty() ? claim : without(claim, repeated);
    }

    private static boolean isRepeat(Moves moves, CorporateAction split, CorporateAction next) {
        int first = moves.place(split.date());
        int last = moves.place(next.date());
        return Math.abs(split.ratio() / next.ratio() - 1) <= ROUNDING
                && last - first <= NEAR
                && moves.between(first, last, -Math.log(split.ratio())).length < 2;
    }

    private static boolean isNearer(Moves moves, CorporateAction split, CorporateAction before) {
        int first = moves.place(before.date());
        int last = moves.place(split.date());
        int[] shown = moves.between(first, last, -Math.log(split.ratio()));
        return shown.length > 0 && Math.abs(shown[0] - last) < Math.abs(shown[0] - first);
    }

    private static Claim without(Claim claim, List<CorporateAction> repeated) {
        List<CorporateAction> rest = new ArrayList<>(CorporateAction.onePerDay(claim.actions()));
        rest.removeAll(repeated);
        List<Repair> repairs = repeated.stream()
                .map(split -> new Repair(split.date(), Rule.SPLIT_REPEATED.word(), null, split.ratio()))
                .toList();
        return claim.repaired(claim.bars(), rest, repairs);
    }
}
