package io.openalpha.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of less than a day. */
final class IntradayRows {

    private static final long EIGHT_DAYS = Duration.ofDays(8).toSeconds();

    private IntradayRows() {}

    /** @throws InvalidRequestException if the service no longer keeps rows of that length for that time */
    static List<Row> of(Listing listing, ChartQuery query) {
        int first = Math.max(0, query.firstSession(listing));
        long from = query.range() == null ? query.from() : listing.calendar().open(first);
        refuseBeyondRetention(query, from, listing.now());
        List<Row> rows = new ArrayList<>();
        int before = query.range() == null ? Math.max(0, first - 1) : first;
        for (int session = before; session <= query.lastSession(listing); session++) {
            if (!listing.halted(session)) {
                addSession(listing, session, query.interval().minutes(), rows);
            }
        }
        rows.removeIf(row -> row.at() < from || row.at() >= query.to());
        return rows;
    }

    private static void addSession(Listing listing, int session, int step, List<Row> rows) {
        int passed = listing.minute(session);
        for (int minute = 0; minute < passed || (minute == 0 && listing.live(session)); minute += step) {
            Bar bar = listing.splitAdjusted(session, minute, Math.min(minute + step, passed));
            long at = listing.calendar().open(session) + minute * 60L;
            rows.add(new Row(at, session, bar, 0, Row.Presence.WHOLE));
        }
    }

    private static void refuseBeyondRetention(ChartQuery query, long from, long now) {
        Interval interval = query.interval();
        if (from < now - Duration.ofDays(interval.retentionDays()).toSeconds()) {
            throw new InvalidRequestException(YahooErrors.unprocessable(
                    ("%s data not available for startTime=%s and endTime=%s. The requested range must be within"
                                    + " the last %s days.")
                            .formatted(interval.text(), from, query.to(), interval.retentionDays())));
        }
        if (interval == Interval.ONE_MINUTE && query.to() - from > EIGHT_DAYS) {
            throw new InvalidRequestException(YahooErrors.unprocessable(
                    ("1m data not available for startTime=%s and endTime=%s. Only 8 days worth of 1m granularity"
                                    + " data are allowed to be fetched per request.")
                            .formatted(from, query.to())));
        }
    }
}
