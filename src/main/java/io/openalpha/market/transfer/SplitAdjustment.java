package io.openalpha.market.transfer;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns prices as traded into prices adjusted for the splits that followed, as they are stored. An adjusted close
 * counts only relative to the others: that of the last day becomes its close.
 */
final class SplitAdjustment {

    private final List<DailyBar> bars = new ArrayList<>();
    private final List<CorporateAction> actions = new ArrayList<>();

    /** @param rows of one symbol in the order of dates, at least one */
    SplitAdjustment(List<ImportRow> rows) {
        DailyBar last = rows.get(rows.size() - 1).bar();
        double scale = last.isAdjusted() ? last.close() / last.adjustedClose() : 1;
        double shares = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            ImportRow row = rows.get(i);
            DailyBar bar = row.bar();
            DailyBar adjusted = bar.scaled(1 / shares);
            double adjustedClose = bar.isAdjusted() ? bar.adjustedClose() * scale : adjusted.close();
            bars.add(adjusted.withAdjustedClose(adjustedClose));
            if (row.dividend() > 0) {
                actions.add(CorporateAction.dividend(bar.date(), row.dividend() / shares));
            }
            if (row.split() > 0 && row.split() != 1) {
                actions.add(CorporateAction.split(bar.date(), row.split(), 1));
                shares *= row.split();
            }
        }
        Collections.reverse(bars);
        Collections.reverse(actions);
    }

    List<DailyBar> bars() {
        return bars;
    }

    List<CorporateAction> actions() {
        return actions;
    }
}
