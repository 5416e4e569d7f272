package io.openalpha.market.plausibility;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Adjusts the bars before a split that the answer names and its prices do not show as adjusted for: they change by what
 * the split says, on the very day or a few sessions beside it. Then the split is moved to that day. Where the prices
 * are as traded, such a change is right.
 *
 * @param known the last stored day before the answer
 */
record SplitRule(LocalDate known) {

    /** A smaller split cannot be distinguished from a move of the price. */
    private static final double SMALLEST = Math.log(1.25);

    /** No price moves by as much as this on the day of a split. */
    private static final double LARGE = Math.log(4);

    Claim apply(Claim claim) {
        if (!claim.adjusted() || claim.actions().stream().noneMatch(SplitRule::isVisible)) {
            return claim;
        }
        Claim judged = new RepeatedSplitRule(known).apply(claim);
        List<CorporateAction> splits = visible(judged);
        for (int i = splits.size() - 1; i >= 0; i--) {
            judged = apply(judged, splits.get(i));
        }
        return judged;
    }

    private static boolean isVisible(CorporateAction action) {
        return Math.abs(Math.log(action.ratio())) >= SMALLEST;
    }

    /** The splits that prices can show, one a day and in the order of dates. */
    static List<CorporateAction> visible(Claim claim) {
        return CorporateAction.onePerDay(claim.actions()).stream()
                .filter(SplitRule::isVisible)
                .toList();
    }

    private Claim apply(Claim claim, CorporateAction split) {
        Moves moves = new Moves(claim, known);
        int named = moves.place(split.date());
        double change = Math.log(split.ratio());
        int shown = moves.nearest(named, -change);
        int back = moves.nearest(named, change);
        if (shown == Moves.NOWHERE) {
            return back == Moves.NOWHERE || Math.abs(change) < LARGE ? claim : contradicted(claim, split, moves, back);
        }
        Claim repaired =
                back > shown ? unadjusted(claim, moves, split, shown, back) : adjusted(claim, moves, split, shown);
        return shown == named
                ? repaired
                : moved(repaired, split, moves.bar(shown).date());
    }

    /** Bars from a place back, up to those that the source has adjusted. */
    private static Claim adjusted(Claim claim, Moves moves, CorporateAction split, int place) {
        double change = Math.log(split.ratio());
        boolean alsoAdjusted = moves.showsAdjusted(place, -change);
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (int i = place - 1; i >= 0; i--) {
            DailyBar came = moves.bar(i);
            DailyBar scaled = came.scaled(1 / split.ratio());
            bars.set(moves.index(i), alsoAdjusted ? scaled : scaled.withAdjustedClose(came.adjustedClose()));
            repairs.add(new Repair(came.date(), Rule.SPLIT_NOT_APPLIED.word(), came, null));
            if (moves.shows(i, change)) {
                break;
            }
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }

    /** Bars from the day of the split on, up to the day that the source takes for it: they needed no adjustment. */
    private static Claim unadjusted(Claim claim, Moves moves, CorporateAction split, int place, int end) {
        boolean alsoAdjusted = moves.showsAdjusted(place, -Math.log(split.ratio()));
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (int i = place; i < end; i++) {
            DailyBar came = moves.bar(i);
            DailyBar scaled = came.scaled(split.ratio());
            bars.set(moves.index(i), alsoAdjusted ? scaled : scaled.withAdjustedClose(came.adjustedClose()));
            repairs.add(new Repair(came.date(), Rule.SPLIT_MISDATED.word(), came, null));
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }

    private static Claim moved(Claim claim, CorporateAction split, LocalDate day) {
        List<CorporateAction> actions = new ArrayList<>(CorporateAction.onePerDay(claim.actions()));
        actions.remove(split);
        actions.add(CorporateAction.split(day, split.value(), split.per()));
        actions.sort(CorporateAction.ORDER);
        Repair repair = new Repair(split.date(), Rule.SPLIT_MISDATED.word(), null, split.ratio());
        return claim.repaired(claim.bars(), actions, List.of(repair));
    }

    /** The prices before are adjusted twice, or the split is the other way round. */
    private static Claim contradicted(Claim claim, CorporateAction split, Moves moves, int place) {
        DailyBar last = moves.bar(place - 1);
        DailyBar next = moves.bar(place);
        return claim.inConflict(
                Rule.SPLIT_CONTRADICTED,
                split.date(),
                "%s, a close of %s on %s before it and of %s on %s after it"
                        .formatted(split, last.close(), last.date(), next.close(), next.date()));
    }
}
