package io.openalpha.market.plausibility;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds dividends and capital gains against the adjusted closes. On its day, a payout of a twentieth of the price lets
 * the ratio of adjusted close and close rise by a twentieth: so the adjusted closes tell the unit of an amount, and an
 * amount tells whether the adjusted closes know of it.
 */
final class PayoutRule {

    /** By what an amount is wrong that is given in another unit. */
    private static final double[] UNITS = {100, 0.01, 1000, 0.001};

    /** Shares of the price that differ by less, or by a tenth of themselves, agree: numbers are rounded one by one. */
    private static final double ROUNDING = 5e-4;

    /** What no payout exceeds without ending the company; adjusted closes are not changed for more. */
    private static final double LARGEST = 0.5;

    private static final int BESIDE = 3;

    /** A contradiction about less of the price is a matter of how a source adjusts. */
    private static final double NOTEWORTHY = 0.02;

    Claim apply(Claim claim) {
        int[] priced = claim.priced();
        boolean nothing = !claim.adjusted() || claim.conflict() != null || priced.length == 0;
        if (nothing || claim.actions().stream().noneMatch(CorporateAction::isPaid)) {
            return claim;
        }
        TreeMap<Integer, List<CorporateAction>> byPlace = new TreeMap<>();
        for (CorporateAction action : CorporateAction.onePerDay(claim.actions())) {
            if (action.isPaid()) {
                byPlace.computeIfAbsent(place(claim, priced, action), place -> new ArrayList<>())
                        .add(action);
            }
        }
        Claim judged = claim;
        for (var entry : byPlace.descendingMap().entrySet()) {
            judged = judged.conflict() == null ? apply(judged, priced, entry.getKey(), entry.getValue()) : judged;
        }
        return judged;
    }

    /** The first bar without the claim. */
    private static int place(Claim claim, int[] priced, CorporateAction action) {
        int low = 0;
        int high = priced.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (claim.bars().get(priced[middle]).date().isBefore(action.date())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Claim apply(Claim claim, int[] priced, int place, List<CorporateAction> paid) {
        boolean between = place > 0 && place < priced.length;
        DailyBar last = claim.bars().get(priced[Math.max(0, place - 1)]);
        double implied = between ? implied(claim, priced, place) : Double.NaN;
        boolean isForeign = paid.stream().anyMatch(action -> action.currency() != null);
        if (!Double.isFinite(implied)) {
            return isForeign ? without(claim, paid) : claim;
        }
        double noise = ROUNDING + 1e-4 / Math.min(last.adjustedClose(), last.close());
        if (isForeign) {
            return implied > noise ? converted(claim, paid, implied * last.close()) : without(claim, paid);
        }
        double share = paid.stream().mapToDouble(CorporateAction::value).sum() / last.close();
        double dividends = paid.stream()
                        .filter(action -> action.kind() == CorporateAction.Kind.DIVIDEND)
                        .mapToDouble(CorporateAction::value)
                        .sum()
                / last.close();
        // A source may count a fund's capital gain among its dividends as well.
        if (agree(share, implied, noise) || (dividends > 0 && agree(dividends, implied, noise))) {
            return claim;
        }
        for (double unit : UNITS) {
            if (implied > noise && agree(share * unit, implied, noise)) {
                return changed(claim, paid, unit);
            }
        }
        if (Math.abs(implied) <= noise && isImpliedNearby(claim, priced, place, share, noise)) {
            return claim;
        }
        if (Math.abs(implied) <= noise && share < LARGEST) {
            return adjusted(claim, priced, place, 1 - share);
        }
        return Math.abs(share - implied) < NOTEWORTHY
                ? claim
                : claim.inConflict(
                        Rule.DIVIDEND_CONTRADICTED,
                        paid.get(0).date(),
                        String.format(
                                Locale.ROOT,
                                "%s, which is %.2f %% of the close before it, and adjusted closes that fall by %.2f %%",
                                paid.get(0),
                                share * 100,
                                implied * 100));
    }

    /** By what share the adjusted closes fall from the day before a place to it, compared with the closes. */
    private static double implied(Claim claim, int[] priced, int place) {
        return 1
                - claim.bars().get(priced[place - 1]).factor()
                        / claim.bars().get(priced[place]).factor();
    }

    /** A source may adjust for a dividend on a day beside the one that it names. */
    private static boolean isImpliedNearby(Claim claim, int[] priced, int place, double share, double noise) {
        return IntStream.rangeClosed(Math.max(1, place - BESIDE), Math.min(priced.length - 1, place + BESIDE))
                .anyMatch(other -> agree(share, implied(claim, priced, other), noise));
    }

    private static boolean agree(double share, double implied, double noise) {
        return Math.abs(share - implied) <= noise + 0.1 * Math.max(share, implied);
    }

    /** What the adjusted closes say is shared out among the amounts, whatever currency these are in. */
    private static Claim converted(Claim claim, List<CorporateAction> paid, double amount) {
        double all = paid.stream().mapToDouble(CorporateAction::value).sum();
        return changed(claim, paid, amount / all);
    }

    private static Claim changed(Claim claim, List<CorporateAction> paid, double factor) {
        List<CorporateAction> actions = rest(claim, paid);
        List<Repair> repairs = new ArrayList<>();
        for (CorporateAction action : paid) {
            actions.add(action.withValue(action.value() * factor));
            repairs.add(new Repair(action.date(), Rule.DIVIDEND_UNIT.word(), null, action.value()));
        }
        actions.sort(CorporateAction.ORDER);
        return claim.repaired(claim.bars(), actions, repairs);
    }

    /** Amounts in another currency, of which nothing tells what they are in that of the prices. */
    private static Claim without(Claim claim, List<CorporateAction> paid) {
        List<Repair> repairs = paid.stream()
                .map(action -> new Repair(action.date(), Rule.DIVIDEND_UNIT.word(), null, action.value()))
                .toList();
        return claim.repaired(claim.bars(), rest(claim, paid), repairs);
    }

    private static List<CorporateAction> rest(Claim claim, List<CorporateAction> paid) {
        List<CorporateAction> rest = new ArrayList<>(CorporateAction.onePerDay(claim.actions()));
        rest.removeAll(paid);
        return rest;
    }

    private static Claim adjusted(Claim claim, int[] priced, int place, double factor) {
        List<DailyBar> bars = new ArrayList<>(claim.bars());
        List<Repair> repairs = new ArrayList<>();
        for (int i = 0; i < place; i++) {
            DailyBar came = bars.get(priced[i]);
            bars.set(priced[i], came.withAdjustedClose(came.adjustedClose() * factor));
            repairs.add(new Repair(came.date(), Rule.DIVIDEND_NOT_APPLIED.word(), came, null));
        }
        return claim.repaired(bars, claim.actions(), repairs);
    }
}
