package io.openalpha.web.dashboard.data;

import io.openalpha.market.SeriesHealth;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The enabled symbols that have no quote of this cycle. */
final class StaleSymbols {

    private final JdbcClient jdbc;

    StaleSymbols(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Predicate<SeriesHealth> asOfNow() {
        Set<String> names = new HashSet<>(
                jdbc.sql("""
                        select s.name from symbol s left join latest_quote q on q.symbol = s.name
                        where s.enabled and (q.fetched_at is null or q.fetched_at < now() - interval '75 minutes')""").query((row, number) -> row.getString(1)).list());
        return health -> names.contains(health.symbol().name());
    }
}
