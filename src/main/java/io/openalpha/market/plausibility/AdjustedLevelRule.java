package io.openalpha.market.plausibility;

import io.openalpha.market.DailyBar;
import java.time.LocalDate;
import java.util.List;

/**
 * Holds the newest adjusted close against its close: before a payout that is still to come they are the same. Of bars
 * that end earlier nothing is known, for payouts may have followed.
 *
 * @param latest the last day that can have a bar
 */
record AdjustedLevelRule(LocalDate latest) {

    /** Over a weekend: Friday's bar is the newest until Monday's session. */
    private static final int NEWEST = 4;

    private static final double ROUNDING = 0.02;

    /** By how much two prices together are wrong that are written with two decimals. */
    private static final double DECIMALS = 0.02;

    Claim apply(Claim claim) {
        List<DailyBar> bars = claim.bars();
        if (!claim.adjusted() || claim.conflict() != null || bars.isEmpty()) {
            return claim;
        }
        DailyBar last = bars.get(bars.size() - 1);
        double rounding = ROUNDING * last.close() + DECIMALS;
        boolean isNewest = !last.date().isBefore(latest.minusDays(NEWEST));
        boolean isAnnounced =
                claim.actions().stream().anyMatch(action -> action.date().isAfter(last.date()));
        if (!isNewest || isAnnounced || Math.abs(last.adjustedClose() - last.close()) <= rounding) {
            return claim;
        }
        // A matter of all days, so that a person decides once.
        return claim.inConflict(
                Rule.ADJUSTED_LEVEL,
                Claim.EARLIEST,
                "an adjusted close of %s for a close of %s on %s, the newest day"
                        .formatted(last.adjustedClose(), last.close(), last.date()));
    }
}
