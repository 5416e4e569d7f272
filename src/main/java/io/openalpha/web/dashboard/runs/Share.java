package io.openalpha.web.dashboard.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How much of its work a step has done.
 *
 * @param total more than 0
 */
public record Share(String step, long done, long total) {

    /** From the columns {@code share_step}, {@code share_done} and {@code share_total}; null where there is nothing to say. */
    static @Nullable Share of(ResultSet row) throws SQLException {
        long total = row.getLong("share_total");
        return total == 0
                ? null
                : new Share(row.getString("share_step"), Math.min(row.getLong("share_done"), total), total);
    }

    /** From 0 to 1. */
    public double part() {
        return (double) done / total;
    }
}
