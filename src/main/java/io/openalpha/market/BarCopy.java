package io.openalpha.market;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sends bars by COPY. */
final class BarCopy {

    static final String COLUMNS =
            "symbol, date, open, high, low, close, adjusted_close, volume, final, adjusted, source, fetched_at";

    private static final int COUNT = 12;

    private BarCopy() {}

    /**
     * @param table that has {@link #COLUMNS}
     * @return how many there were
     */
    static long send(Connection connection, String table, List<BarUpdate> updates) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "%s (%s)".formatted(table, COLUMNS))) {
            for (BarUpdate update : updates) {
                byte[] symbol = BinaryCopy.utf8(update.symbol().name());
                byte[] source = BinaryCopy.utf8(update.source());
                for (DailyBar bar : update.bars()) {
                    copy.row(COUNT);
                    copy.text(symbol);
                    copy.bar(bar);
                    copy.bool(bar.isAdjusted());
                    copy.text(source);
                    copy.time(update.fetchedAt());
                }
            }
            return copy.finish();
        }
    }
}
