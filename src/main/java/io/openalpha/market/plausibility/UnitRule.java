package io.openalpha.market.plausibility;

import io.openalpha.market.BarChecks;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds changes of the unit among prices, such as from pence to pounds. Where the prices come back to their level,
 * those between are brought to it. A few days of another unit are left to {@link BarChecks}, which puts them into
 * quarantine, unless units alternate: then the days around tell nothing.
 *
 * @param known the last stored day before the answer
 */
record UnitRule(LocalDate known) {

    /** Days of another level at one end that {@link BarChecks} tells from the rest. */
    private static final int FEW_AT_THE_END = BarChecks.NEIGHBOURS / 2;

    /** How far a price moves overnight besides. */
    private static final double MOVE = Math.log(1.35);

    /** Share of the days whose unit is the right one where units alternate. */
    private static final double PREVAILING = 0.6;

    /** Consecutive bars in the same unit: the indices of the first and of the one after the last. */
    private record Stretch(int first, int end, double level) {

        boolean isShort(int all) {
            int few = first == 0 || end == all ? FEW_AT_THE_END : BarChecks.NEIGHBOURS;
            return end - first <= few;
        }
    }

    Claim apply(Claim claim) {
        int[] priced = claim.priced();
        List<Stretch> all = claim.conflict() == null ? stretches(claim, priced) : List.of();
        boolean alternates = alternates(all, priced.length);
        List<Stretch> stretches = alternates
                ? all
                : all.stream()
                        .filter(stretch -> !stretch.isShort(priced.length))
                        .toList();
        if (stretches.stream().mapToDouble(Stretch::level).distinct().count() < 2) {
            return claim;
        }
        double usual = alternates ? mostFrequent(stretches) : stretches.get(0).level();
        boolean isUnit = stretches.stream().allMatch(stretch -> isPowerOfTen(stretch.level() - usual));
        if (isUnit && isProven(usual, stretches, alternates)) {
            return repaired(claim, priced, stretches, usual);
        }
        Claim judged = claim;
        for (int i = 1; i < stretches.size() && judged.conflict() == null; i++) {
            judged = stretches.get(i).level() == stretches.get(i - 1).level()
                    ? judged
                    : inConflict(judged, priced, stretches.get(i).first());
        }
        return judged;
    }

    /** Whether short stretches follow one another: then the days around one are no measure for it. */
    private static boolean alternates(List<Stretch> stretches, int all) {
        return IntStream.range(2, stretches.size())
                .anyMatch(i -> stretches.subList(i - 2, i + 1).stream().allMatch(stretch -> stretch.isShort(all))
                        && stretches.get(i - 2).level() == stretches.get(i).level());
    }

    /** The level of what is stored; else that of most days. */
    private double mostFrequent(List<Stretch> stretches) {
        double first = stretches.get(0).level();
        return stretches.stream()
                .mapToDouble(Stretch::level)
                .distinct()
                .boxed()
                .filter(level -> known.equals(LocalDate.MIN) || level == first)
                .max(Comparator.comparingInt(level -> days(level, stretches)))
                .orElse(first);
    }

    private static int days(double level, List<Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.level() == level)
                .mapToInt(stretch -> stretch.end() - stretch.first())
                .sum();
    }

    /** Where the level returns at the end; of alternating units, where what is stored tells it or one prevails. */
    private boolean isProven(double usual, List<Stretch> stretches, boolean alternates) {
        Stretch last = stretches.get(stretches.size() - 1);
        boolean returns = stretches.get(0).level() == usual && last.level() == usual;
        boolean prevails = !known.equals(LocalDate.MIN) || days(usual, stretches) >= PREVAILING * last.end();
        return returns || (alternates && prevails);
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

    private List<Stretch> stretches(Claim claim, int[] priced) {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        double level = 0;
        for (int i = 1; i <= priced.length; i++) {
            double factor = i == priced.length ? 1 : factor(claim, priced[i - 1], priced[i]);
            if (i == priced.length || factor != 1) {
                stretches.add(new Stretch(first, i, level));
                first = i;
                level = rounded(level + rounded(Math.log10(factor)));
            }
        }
        return stretches;
    }

    /** By how many times the price changed; 1 for a usual move and for one that a split explains. */
    private double factor(Claim claim, int place, int next) {
        DailyBar before = claim.bars().get(place);
        DailyBar after = claim.bars().get(next);
        boolean usual = !BarChecks.isFar(after.close(), before.close());
        return usual || claim.isSplitBetween(before, after, known) ? 1 : after.close() / before.close();
    }

    /** Whether a price that changes by so many times does so for a split. */
    static boolean explains(CorporateAction action, double factor) {
        return action.ratio() != 1 && Math.abs(Math.log(factor * action.ratio())) < MOVE;
    }

    /** The power of ten of a change from one unit to another; of another change, its logarithm. */
    private static double rounded(double power) {
        boolean isUnit = Math.abs(power - Math.rint(power)) < MOVE / Math.log(10);
        return isUnit ? Math.rint(power) : power;
    }

    private static boolean isPowerOfTen(double level) {
        double power = Math.abs(level);
        return power == 0 || power == 2 || power == 3;
    }

    private static Claim repaired(Claim claim, int[] priced, List<Stretch> stretches, double usual) {
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (int i = stretch.first(); stretch.level() != usual && i < stretch.end(); i++) {
                DailyBar came = bars.get(priced[i]);
                bars.set(priced[i], came.times(Math.pow(10, usual - stretch.level())));
                repairs.add(new Repair(came.date(), Rule.CHANGE_OF_UNIT.word(), came, null));
            }
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }
}
