package io.openalpha.jobs.backfill;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Restatement;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a source says now of days that are stored with what it said before. */
final class OverlapComparison {

    /** Single-precision prices differ by less when only their rounding does. */
    private static final double ROUNDING = 1e-5;

    private final Map<LocalDate, DailyBar> stored = new HashMap<>();
    private final List<CorporateAction> known;

    OverlapComparison(StoredSeries series) {
        series.bars().stream().filter(DailyBar::isFinal).forEach(bar -> stored.put(bar.date(), bar));
        this.known = series.actions();
    }

    /** How the source has changed the past; null if it has not. Both sides must be adjusted. */
    @Nullable
    Restatement restatement(List<DailyBar> bars, List<CorporateAction> actions) {
        for (CorporateAction action : actions) {
            if (known.stream().noneMatch(action::isSameAs)) {
                return restatement(bars, action.toString());
            }
        }
        for (DailyBar bar : bars) {
            DailyBar before = stored.get(bar.date());
            if (before != null && isDifferent(before, bar)) {
                return at(bar, before, "a changed past");
            }
        }
        return null;
    }

    private Restatement restatement(List<DailyBar> bars, String reason) {
        for (DailyBar bar : bars) {
            DailyBar before = stored.get(bar.date());
            if (before != null) {
                return at(bar, before, reason);
            }
        }
        return new Restatement(bars.get(0).date(), null, null, reason);
    }

    private static Restatement at(DailyBar bar, DailyBar before, String reason) {
        return new Restatement(bar.date(), before.factor(), bar.adjustedClose() / before.close(), reason);
    }

    private static boolean isDifferent(DailyBar before, DailyBar bar) {
        return differs(before.close(), bar.close()) || differs(before.adjustedClose(), bar.adjustedClose());
    }

    private static boolean differs(double a, double b) {
        return Math.abs(a - b) > ROUNDING * Math.abs(a);
    }
}
