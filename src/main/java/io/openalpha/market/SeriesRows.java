package io.openalpha.market;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what is stored of a series besides its bars. */
final class SeriesRows {

    private final JdbcClient jdbc;

    SeriesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(BarUpdate update) {
        BarSeries series = update.series();
        jdbc.sql("""
                        insert into bar_series (symbol, exchange, currency, zone, adjusted, since, until, asked_at, gaps_from)
                        values (:symbol, :exchange, :currency, :zone, :adjusted, :since, :until, :at, :from)
                        on conflict (symbol) do update set exchange = excluded.exchange, currency = excluded.currency,
                            zone = excluded.zone, adjusted = excluded.adjusted, since = excluded.since,
                            until = excluded.until, asked_at = excluded.asked_at,
                            gaps_from = least(bar_series.gaps_from, excluded.gaps_from)""")
                .param("symbol", series.symbol().name())
                .param("exchange", series.exchange())
                .param("currency", series.currency())
                .param("zone", series.zone().getId())
                .param("adjusted", series.adjusted())
                .param("since", series.since())
                .param("until", series.until())
                .param("at", update.fetchedAt().atOffset(ZoneOffset.UTC))
                .param("from", update.from())
                .update();
        jdbc.sql("""
                        update symbol set exchange = :exchange, currency = :currency
                        where name = :symbol and (exchange, currency) is distinct from (:exchange, :currency)""")
                .param("symbol", series.symbol().name())
                .param("exchange", series.exchange())
                .param("currency", series.currency())
                .update();
    }

    /** What is now found bad within the days asked for takes the place of what was. */
    void replaceQuarantine(BarUpdate update) {
        if (!update.whole()) {
            deleteBetween("bar_quarantine", update);
        }
        List<QuarantinedBar> bad = update.quarantined();
        if (bad.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into bar_quarantine
                        select :symbol, u.*, :source, :at from unnest(:date::date[], :reason::text[], :open::float8[],
                            :high::float8[], :low::float8[], :close::float8[], :adjusted::float8[], :volume::bigint[]) u
                        on conflict (symbol, date, reason) do nothing""")
                .param("symbol", update.symbol().name())
                .param("date", column(bad, row -> row.bar().date().toString()))
                .param("reason", column(bad, row -> row.defect().reason()))
                .param("open", column(bad, row -> Double.toString(row.bar().open())))
                .param("high", column(bad, row -> Double.toString(row.bar().high())))
                .param("low", column(bad, row -> Double.toString(row.bar().low())))
                .param("close", column(bad, row -> Double.toString(row.bar().close())))
                .param("adjusted", column(bad, row -> Double.toString(row.bar().adjustedClose())))
                .param("volume", column(bad, row -> Long.toString(row.bar().volume())))
                .param("source", update.source())
                .param("at", update.fetchedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from daily_bar where symbol = :symbol and date = any(:date::date[])")
                .param("symbol", update.symbol().name())
                .param("date", column(bad, row -> row.bar().date().toString()))
                .update();
    }

    void replaceActions(BarUpdate update) {
        List<CorporateAction> actions = update.actions();
        if (update.series().adjusted() && !update.whole() && !actions.isEmpty()) {
            deleteBetween("corporate_action", update);
        }
        if (!actions.isEmpty()) {
            jdbc.sql("""
                            insert into corporate_action
                            select :symbol, u.*, :source from unnest(:date::date[], :kind::text[], :value::float8[],
                                :per::float8[]) u
                            on conflict (symbol, date, kind) do update set value = excluded.value, per = excluded.per""")
                    .param("symbol", update.symbol().name())
                    .param("date", column(actions, action -> action.date().toString()))
                    .param("kind", column(actions, action -> action.kind().word()))
                    .param("value", column(actions, action -> Double.toString(action.value())))
                    .param("per", column(actions, action -> Double.toString(action.per())))
                    .param("source", update.source())
                    .update();
        }
    }

    void note(BarUpdate update, Restatement restatement) {
        jdbc.sql("""
                        insert into bar_restatement (symbol, at, date, old_factor, new_factor, reason)
                        values (:symbol, :at, :date, :old, :new, :reason) on conflict do nothing""")
                .param("symbol", update.symbol().name())
                .param("at", update.fetchedAt().atOffset(ZoneOffset.UTC))
                .param("date", restatement.date())
                .param("old", restatement.oldFactor())
                .param("new", restatement.newFactor())
                .param("reason", restatement.reason())
                .update();
    }

    private void deleteBetween(String table, BarUpdate update) {
        LocalDate from = update.from();
        jdbc.sql("delete from " + table + " where symbol = :symbol and date between :from and :to")
                .param("symbol", update.symbol().name())
                .param("from", from)
                .param("to", update.to())
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
