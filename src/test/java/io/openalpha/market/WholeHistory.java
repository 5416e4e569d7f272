package io.openalpha.market;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whole histories of American stocks in dollars, stored as the backfill stores them. */
public final class WholeHistory {

    private WholeHistory() {}

    /** Adds the symbols to the universe and stores their bars; those without bars are only added. */
    public static void store(DataSource database, Map<Symbol, List<DailyBar>> bars) {
        new Universe(JdbcClient.create(database))
                .save(bars.keySet().stream()
                        .map(symbol -> Instrument.listed(symbol, null, null))
                        .toList());
        save(
                database,
                bars.entrySet().stream()
                        .filter(history -> !history.getValue().isEmpty())
                        .map(history -> of(history.getKey(), history.getValue(), List.of(), List.of()))
                        .toList());
    }

    /** Stores updates of known symbols in a transaction. */
    public static void save(DataSource database, List<BarUpdate> updates) {
        BarStore store = new BarStore(new JdbcTemplate(database), new StoredDays());
        new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(status -> store.save(updates));
    }

    /** @param bars at least one, in the order of dates */
    public static BarUpdate of(
            Symbol symbol, List<DailyBar> bars, List<QuarantinedBar> quarantined, List<CorporateAction> actions) {
        BarSeries series = new BarSeries(
                symbol,
                "NYQ",
                "USD",
                ZoneId.of("America/New_York"),
                true,
                bars.get(0).date(),
                bars.get(bars.size() - 1).date());
        return new BarUpdate(
                series, series.since(), series.until(), true, bars, quarantined, actions, "test", Instant.now(), null);
    }
}
