package io.openalpha.jobs.backfill;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts prices as traded to match a stored series of adjusted ones, by the known splits. The result counts only if
 * the days that both have agree, which shows that no split is missing.
 */
final class Conversion {

    /** Two sources' closes differ by cents. */
    private static final double AGREEMENT = 2e-3;

    private final StoredSeries stored;

    Conversion(StoredSeries stored) {
        this.stored = stored;
    }

    /** Adjusted bars; null if no common day shows that they would be right. */
    @Nullable
    List<DailyBar> adjusted(List<DailyBar> traded) {
        Map<LocalDate, DailyBar> known = new HashMap<>();
        stored.bars().stream().filter(DailyBar::isFinal).forEach(bar -> known.put(bar.date(), bar));
        List<DailyBar> adjusted = new ArrayList<>();
        double factor = 1;
        boolean proven = false;
        for (DailyBar bar : traded) {
            DailyBar split = bar.scaled(splitFactor(bar.date()));
            DailyBar before = known.get(bar.date());
            if (before != null) {
                if (Math.abs(before.close() - split.close()) > AGREEMENT * before.close()) {
                    return null;
                }
                proven = true;
                factor = before.factor();
            }
            adjusted.add(split.withAdjustedClose(split.close() * factor));
        }
        return proven ? adjusted : null;
    }

    private double splitFactor(LocalDate day) {
        return stored.actions().stream()
                .filter(action -> action.date().isAfter(day))
                .mapToDouble(CorporateAction::ratio)
                .reduce(1, (a, b) -> a / b);
    }
}
