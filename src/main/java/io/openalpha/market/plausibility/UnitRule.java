package io.openalpha.market.plausibility;

import io.openalpha.market.BarChecks;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds changes of the unit among prices, such as from pence to pounds. Where the prices come back to their level,
 * those between are brought to it. A few days of another unit are left to {@link BarChecks}, which puts them into
 * quarantine.
 */
final class UnitRule {

    /** Days of another level at one end that {@link BarChecks} tells from the rest. */
    private static final int FEW_AT_THE_END = BarChecks.NEIGHBOURS / 2;

    /** How far a price moves overnight besides. */
    private static final double MOVE = Math.log(1.35);

    /** Consecutive bars in the same unit: the indices of the first and of the one after the last. */
    private record Stretch(int first, int end, double level) {

        boolean isShort(int all) {
            int few = first == 0 || end == all ? FEW_AT_THE_END : BarChecks.NEIGHBOURS;
            return end - first <= few;
        }
    }

    Claim apply(Claim claim) {
        int[] priced = claim.priced();
        List<Stretch> stretches = stretches(claim, priced);
        if (stretches.size() < 2) {
            return claim;
        }
        List<Stretch> lasting = stretches.stream()
                .filter(stretch -> !stretch.isShort(priced.length))
                .toList();
        if (lasting.stream().mapToDouble(Stretch::level).distinct().count() < 2) {
            return claim;
        }
        double usual = lasting.get(0).level();
        boolean returns = lasting.get(lasting.size() - 1).level() == usual;
        boolean isUnit = lasting.stream().allMatch(stretch -> isPowerOfTen(stretch.level() - usual));
        if (returns && isUnit) {
            return repaired(claim, priced, lasting, usual);
        }
        Claim judged = claim;
        for (int i = 1; i < lasting.size() && judged.conflict() == null; i++) {
            judged = lasting.get(i).level() == lasting.get(i - 1).level()
                    ? judged
                    : inConflict(judged, priced, lasting.get(i).first());
        }
        return judged;
    }

    private static Claim inConflict(Claim claim, int[] priced, int changed) {
        DailyBar before = claim.bars().get(priced[changed - 1]);
        DailyBar after = claim.bars().get(priced[changed]);
        return claim.inConflict(
                Rule.CHANGE_OF_UNIT,
                after.date(),
                "a close of %s on %s and of %s on %s, and prices stay there"
                        .formatted(before.close(), before.date(), after.close(), after.date()));
    }

    private static List<Stretch> stretches(Claim claim, int[] priced) {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        double level = 0;
        for (int i = 1; i <= priced.length; i++) {
            double factor = i == priced.length ? 1 : factor(claim, priced[i - 1], priced[i]);
            if (i == priced.length || factor != 1) {
                stretches.add(new Stretch(first, i, level));
                first = i;
                level += rounded(factor);
            }
        }
        return stretches;
    }

    /** By how many times the price changed; 1 for a usual move and for one that a split explains. */
    private static double factor(Claim claim, int before, int after) {
        double factor =
                claim.bars().get(after).close() / claim.bars().get(before).close();
        if (factor < BarChecks.JUMP && factor * BarChecks.JUMP > 1) {
            return 1;
        }
        LocalDate since = claim.bars().get(before).date();
        LocalDate until = claim.bars().get(after).date();
        boolean explained = claim.actions().stream()
                .filter(action -> action.date().isAfter(since) && !action.date().isAfter(until))
                .mapToDouble(CorporateAction::ratio)
                .anyMatch(ratio -> ratio != 1 && Math.abs(Math.log(factor * ratio)) < MOVE);
        return explained ? 1 : factor;
    }

    /** The power of ten of a change from one unit to another; of another change, its logarithm. */
    private static double rounded(double factor) {
        double power = Math.log10(factor);
        boolean isUnit = Math.abs(power - Math.rint(power)) < MOVE / Math.log(10);
        return isUnit ? Math.rint(power) : power;
    }

    private static boolean isPowerOfTen(double level) {
        double power = Math.abs(level);
        return power == 0 || power == 2 || power == 3;
    }

    private static Claim repaired(Claim claim, int[] priced, List<Stretch> lasting, double usual) {
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (Stretch stretch : lasting) {
            for (int i = stretch.first(); stretch.level() != usual && i < stretch.end(); i++) {
                DailyBar came = bars.get(priced[i]);
                bars.set(priced[i], came.times(Math.pow(10, usual - stretch.level())));
                repairs.add(new Repair(came.date(), Rule.CHANGE_OF_UNIT.word(), came, null));
            }
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }
}
