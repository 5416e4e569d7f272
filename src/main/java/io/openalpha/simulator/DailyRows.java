package io.openalpha.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rows of one day and longer. */
final class DailyRows {

    private DailyRows() {}

    static List<Row> of(Listing listing, ChartQuery query) {
        List<Row> rows = daily(listing, Math.max(0, query.firstSession(listing)), query.lastSession(listing));
        return query.interval() == Interval.DAY ? rows : longer(listing, query.interval(), rows);
    }

    private static List<Row> daily(Listing listing, int first, int last) {
        List<Row> rows = new ArrayList<>(Math.max(0, last - first + 1));
        PlantedDefects defects = new PlantedDefects(listing);
        for (int session = first; session <= last; session++) {
            if (listing.rowExists(session)) {
                defects.plant(listing.row(session), rows);
            }
        }
        return rows;
    }

    private static List<Row> longer(Listing listing, Interval interval, List<Row> days) {
        List<Row> rows = new ArrayList<>();
        for (Row day : days) {
            long start = start(listing, interval, day);
            Row open = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (day.presence() != Row.Presence.WHOLE) {
                continue;
            }
            if (open != null && open.at() == start) {
                rows.set(rows.size() - 1, day.with(open.bar().and(day.bar())).withAt(start));
            } else {
                rows.add(day.withAt(start));
            }
        }
        return rows;
    }

    private static long start(Listing listing, Interval interval, Row day) {
        LocalDate date = interval.start(listing.calendar().date(day.session()));
        return date.atStartOfDay(listing.exchange().zone()).toEpochSecond();
    }
}
