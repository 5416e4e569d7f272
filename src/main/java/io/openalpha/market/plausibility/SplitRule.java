package io.openalpha.market.plausibility;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Repair;
import java.util.ArrayList;
import java.util.List;

/**
 * Adjusts the bars before a split that the answer names and its prices do not show as adjusted for: they change on the
 * very day by what the split says. Where the prices are as traded, that is right.
 */
final class SplitRule {

    /** A smaller split cannot be distinguished from a move of the price. */
    private static final double SMALLEST = Math.log(1.25);

    /** No price moves by as much as this on the day of a split. */
    private static final double LARGE = Math.log(4);

    /** How far the price may move besides, as a share of the split's logarithm. */
    private static final double TOLERATED = 0.25;

    Claim apply(Claim claim) {
        List<CorporateAction> splits = claim.actions().stream()
                .filter(action -> Math.abs(Math.log(action.ratio())) >= SMALLEST)
                .toList();
        Claim judged = claim;
        for (int i = splits.size() - 1; i >= 0 && claim.adjusted(); i--) {
            judged = apply(judged, splits.get(i));
        }
        return judged;
    }

    private static Claim apply(Claim claim, CorporateAction split) {
        int[] priced = claim.priced();
        int after = 0;
        while (after < priced.length && claim.bars().get(priced[after]).date().isBefore(split.date())) {
            after++;
        }
        boolean between = after > 0 && after < priced.length;
        double change = Math.log(split.ratio());
        if (between && Math.abs(change) >= LARGE && shows(claim, priced, after, change)) {
            return contradicted(claim, split, priced[after - 1], priced[after]);
        }
        if (!between || !shows(claim, priced, after, -Math.log(split.ratio()))) {
            return claim;
        }
        DailyBar last = claim.bars().get(priced[after - 1]);
        DailyBar next = claim.bars().get(priced[after]);
        boolean alsoAdjusted = isNear(Math.log(next.adjustedClose() / last.adjustedClose()), -Math.log(split.ratio()));
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (int i = after - 1; i >= 0; i--) {
            DailyBar came = bars.get(priced[i]);
            DailyBar scaled = came.scaled(1 / split.ratio());
            bars.set(priced[i], alsoAdjusted ? scaled : scaled.withAdjustedClose(came.adjustedClose()));
            repairs.add(new Repair(came.date(), Rule.SPLIT_NOT_APPLIED.word(), came, null));
            if (shows(claim, priced, i, Math.log(split.ratio()))) {
                // What is still older was adjusted by the source.
                break;
            }
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }

    /** The prices before are adjusted twice, or the split is the other way round. */
    private static Claim contradicted(Claim claim, CorporateAction split, int before, int after) {
        DailyBar last = claim.bars().get(before);
        DailyBar next = claim.bars().get(after);
        return claim.inConflict(
                Rule.SPLIT_CONTRADICTED,
                split.date(),
                "%s, a close of %s on %s before it and of %s on %s after it"
                        .formatted(split, last.close(), last.date(), next.close(), next.date()));
    }

    /** Whether the close changes so between the bar before a place and the one there. */
    private static boolean shows(Claim claim, int[] priced, int place, double change) {
        return place > 0
                && isNear(
                        Math.log(claim.bars().get(priced[place]).close()
                                / claim.bars().get(priced[place - 1]).close()),
                        change);
    }

    private static boolean isNear(double move, double change) {
        return Math.abs(move - change) < TOLERATED * Math.abs(change);
    }
}
