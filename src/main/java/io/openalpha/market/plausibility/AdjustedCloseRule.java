package io.openalpha.market.plausibility;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Holds adjusted closes against closes. Their ratio rises with each payout and stays between two of them: a bar of
 * which it is far from that of the bars on both sides cannot be believed, and a large change that lasts needs a payout
 * or a split on its day.
 */
final class AdjustedCloseRule {

    /** Bars in a row whose adjusted closes are taken for a fault. */
    private static final int FEW = 10;

    /** How far two ratios may differ. */
    private static final double ROUNDING = 0.01;

    /** By how much the prices of two bars together are wrong that are written with two decimals. */
    private static final double DECIMALS = 0.02;

    /** No rounding explains more. */
    private static final double LARGEST_ROUNDING = 0.5;

    /** What no payout leaves of a price unless it is named. */
    private static final double SMALLEST_REST = 0.5;

    /** A source may adjust on a day beside the one that it names. */
    private static final int BESIDE = 3;

    Claim apply(Claim claim) {
        List<DailyBar> bars = claim.bars();
        if (!claim.adjusted() || claim.conflict() != null || isEven(bars)) {
            return claim;
        }
        BitSet odd = new BitSet();
        int last = isOddFirst(claim) ? 1 : 0;
        odd.set(0, last);
        Claim judged = claim;
        while (last < bars.size() - 1 && judged.conflict() == null) {
            int next = inLine(bars, last, last + 1) ? last + 1 : endOfFault(claim, last, last + 1);
            odd.set(last + 1, next);
            if (next < bars.size() && isUnexplained(claim, last, next)) {
                judged = judged.inConflict(
                        Rule.ADJUSTED_STEP, bars.get(next).date(), step(bars.get(last), bars.get(next)));
            }
            last = next;
        }
        return without(judged, odd);
    }

    /** Without a change there is no fault, which spares the closer look. */
    private static boolean isEven(List<DailyBar> bars) {
        for (int i = 1; i < bars.size(); i++) {
            if (!inLine(bars, i - 1, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inLine(List<DailyBar> bars, int a, int b) {
        DailyBar one = bars.get(a);
        DailyBar other = bars.get(b);
        double difference = Math.abs(one.factor() / other.factor() - 1);
        return difference <= ROUNDING || difference <= rounding(one, other);
    }

    private static double rounding(DailyBar one, DailyBar other) {
        double lowest =
                Math.min(Math.min(one.close(), one.adjustedClose()), Math.min(other.close(), other.adjustedClose()));
        return Math.min(LARGEST_ROUNDING, ROUNDING + DECIMALS / lowest);
    }

    /** Nothing comes before the first bar: it is out of line if a payout does not explain the difference. */
    private static boolean isOddFirst(Claim claim) {
        List<DailyBar> bars = claim.bars();
        return bars.size() > 2
                && !inLine(bars, 0, 1)
                && inLine(bars, 1, 2)
                && (falls(bars, 0, 1) || isUnexplained(claim, 0, 1));
    }

    private static boolean falls(List<DailyBar> bars, int before, int after) {
        return bars.get(after).factor() < bars.get(before).factor();
    }

    /**
     * The first bar that is in line again; the given one if that is none within a few bars, so that the change lasts.
     */
    private static int endOfFault(Claim claim, int last, int first) {
        List<DailyBar> bars = claim.bars();
        if (first == bars.size() - 1) {
            return falls(bars, last, first) || isUnexplained(claim, last, first) ? bars.size() : first;
        }
        boolean beyondBoth = falls(bars, last, first) != falls(bars, first, first + 1);
        if (beyondBoth && !inLine(bars, first, first + 1)) {
            return first + 1;
        }
        for (int end = first + 1; end < Math.min(bars.size(), first + FEW + 1); end++) {
            if (inLine(bars, last, end)) {
                return end;
            }
        }
        return first;
    }

    private static boolean isUnexplained(Claim claim, int before, int after) {
        DailyBar last = claim.bars().get(before);
        DailyBar next = claim.bars().get(after);
        double rest = last.factor() / next.factor();
        if (rest > SMALLEST_REST && rest < 1 / SMALLEST_REST) {
            return false;
        }
        return claim.actions().stream()
                .map(CorporateAction::date)
                .noneMatch(date -> date.isAfter(last.date().minusDays(BESIDE))
                        && date.isBefore(next.date().plusDays(BESIDE)));
    }

    private static String step(DailyBar last, DailyBar next) {
        return "an adjusted close of %s for a close of %s on %s, and of %s for %s on %s, without a payout"
                .formatted(
                        last.adjustedClose(),
                        last.close(),
                        last.date(),
                        next.adjustedClose(),
                        next.close(),
                        next.date());
    }

    private static Claim without(Claim claim, BitSet odd) {
        if (odd.isEmpty()) {
            return claim;
        }
        List<DailyBar> kept = new ArrayList<>();
        List<QuarantinedBar> bad = new ArrayList<>();
        for (int i = 0; i < claim.bars().size(); i++) {
            DailyBar bar = claim.bars().get(i);
            if (odd.get(i)) {
                bad.add(new QuarantinedBar(bar, Defect.ADJUSTED_JUMP));
            } else {
                kept.add(bar);
            }
        }
        return claim.with(kept).quarantining(bad);
    }
}
