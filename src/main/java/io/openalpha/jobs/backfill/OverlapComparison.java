package io.openalpha.jobs.backfill;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Restatement;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<DailyBar> common =
                bars.stream().filter(bar -> stored.containsKey(bar.date())).toList();
        List<DailyBar> changed = common.stream().filter(this::isDifferent).toList();
        return isOfThePast(common, changed) ? at(changed.get(0), "a changed past") : null;
    }

    /**
     * One day that differs amid others that do not is corrected, and stored as such. Where the first one differs, or
     * several do, days before them may as well.
     */
    private static boolean isOfThePast(List<DailyBar> common, List<DailyBar> changed) {
        return !changed.isEmpty() && (changed.size() > 1 || changed.get(0).equals(common.get(0)));
    }

    private Restatement restatement(List<DailyBar> bars, String reason) {
        for (DailyBar bar : bars) {
            if (stored.containsKey(bar.date())) {
                return at(bar, reason);
            }
        }
        return new Restatement(bars.get(0).date(), null, null, reason);
    }

    private Restatement at(DailyBar bar, String reason) {
        DailyBar before = before(bar);
        return new Restatement(bar.date(), before.factor(), bar.adjustedClose() / before.close(), reason);
    }

    private boolean isDifferent(DailyBar bar) {
        DailyBar before = before(bar);
        return differs(before.close(), bar.close()) || differs(before.adjustedClose(), bar.adjustedClose());
    }

    private DailyBar before(DailyBar bar) {
        return Objects.requireNonNull(stored.get(bar.date()));
    }

    private static boolean differs(double a, double b) {
        return Math.abs(a - b) > ROUNDING * Math.abs(a);
    }
}
