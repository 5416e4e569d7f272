package io.openalpha.market;

import java.time.LocalDate;
import java.util.List;

/**
 * What is stored of one instrument, as far as new bars are to be compared with it.
 *
 * @param bars those of the days in question and a few before, in the order of dates
 * @param actions all that are known, in the order of dates
 */
public record StoredSeries(BarSeries series, List<DailyBar> bars, List<CorporateAction> actions) {

    /** The day of the last final bar but {@code count}, or of the first one; the day of "since" if there is none. */
    public LocalDate finalDayBack(int count) {
        List<DailyBar> settled = bars.stream().filter(DailyBar::isFinal).toList();
        return settled.isEmpty()
                ? series.since()
                : settled.get(Math.max(0, settled.size() - 1 - count)).date();
    }

    /** The stored bars before a day. */
    public List<DailyBar> before(LocalDate day) {
        return bars.stream().filter(bar -> bar.date().isBefore(day)).toList();
    }
}
