package io.openalpha.market;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes what is stored of series besides their bars, in one batch a table. */
final class SeriesRows {

    private final NamedParameterJdbcTemplate jdbc;

    SeriesRows(JdbcTemplate template) {
        this.jdbc = new NamedParameterJdbcTemplate(template);
    }

    void save(List<BarUpdate> updates) {
        batch("""
                insert into bar_series (symbol, exchange, currency, zone, adjusted, since, until, asked_at, gaps_from)
                values (:symbol, :exchange, :currency, :zone, :adjusted, :since, :until, :at, :from)
                on conflict (symbol) do update set exchange = excluded.exchange, currency = excluded.currency,
                    zone = excluded.zone, adjusted = excluded.adjusted, since = excluded.since,
                    until = excluded.until, asked_at = excluded.asked_at,
                    gaps_from = least(bar_series.gaps_from, excluded.gaps_from)""", updates, SeriesRows::series);
        batch("""
                update symbol set exchange = :exchange, currency = :currency
                where name = :symbol and (exchange, currency) is distinct from (:exchange, :currency)""", updates, SeriesRows::series);
    }

    private static SqlParameterSource series(BarUpdate update) {
        BarSeries series = update.series();
        return days(update)
                .addValue("exchange", series.exchange())
                .addValue("currency", series.currency())
                .addValue("zone", series.zone().getId())
                .addValue("adjusted", series.adjusted())
                .addValue("since", series.since())
                .addValue("until", series.until())
                .addValue("at", update.fetchedAt().atOffset(ZoneOffset.UTC));
    }

    /**
     * What is now found bad within the days asked for takes the place of what was. A stored bar goes if it is the bad
     * one itself, or if the days around show that it is bad; it stays if an answer merely has a worse one of its day,
     * which is forgotten with the next answer.
     */
    void replaceQuarantine(List<BarUpdate> updates) {
        batch("""
                delete from bar_quarantine q where symbol = :symbol and (date between :from and :to
                    or (reason <> 'duplicate_date'
                        and exists (select from daily_bar b where b.symbol = q.symbol and b.date = q.date)))""", parts(updates), SeriesRows::days);
        List<BarUpdate> withBad = updates.stream()
                .filter(update -> !update.quarantined().isEmpty())
                .toList();
        batch("""
                insert into bar_quarantine
                select :symbol, u.*, :source, :at from unnest(:date::date[], :reason::text[], :open::float8[],
                    :high::float8[], :low::float8[], :close::float8[], :adjusted::float8[], :volume::bigint[]) u
                on conflict (symbol, date, reason) do nothing""", withBad, SeriesRows::bad);
        batch("""
                delete from daily_bar b using unnest(:date::date[], :relative::boolean[], :high::float8[], :low::float8[],
                    :close::float8[], :adjusted::float8[]) u (date, relative, high, low, close, adjusted)
                where b.symbol = :symbol and b.date = u.date
                    and (u.relative or (b.high, b.low, b.close, b.adjusted_close) = (u.high, u.low, u.close, u.adjusted))""", withBad, SeriesRows::bad);
    }

    private static SqlParameterSource bad(BarUpdate update) {
        List<QuarantinedBar> bad = update.quarantined();
        return days(update)
                .addValue("date", column(bad, row -> row.bar().date().toString()))
                .addValue("reason", column(bad, row -> row.defect().reason()))
                .addValue(
                        "relative",
                        column(bad, row -> Boolean.toString(row.defect().isRelative())))
                .addValue("open", column(bad, row -> Double.toString(row.bar().open())))
                .addValue("high", column(bad, row -> Double.toString(row.bar().high())))
                .addValue("low", column(bad, row -> Double.toString(row.bar().low())))
                .addValue("close", column(bad, row -> Double.toString(row.bar().close())))
                .addValue(
                        "adjusted", column(bad, row -> Double.toString(row.bar().adjustedClose())))
                .addValue("volume", column(bad, row -> Long.toString(row.bar().volume())))
                .addValue("source", update.source())
                .addValue("at", update.fetchedAt().atOffset(ZoneOffset.UTC));
    }

    void replaceActions(List<BarUpdate> updates) {
        List<BarUpdate> withActions =
                updates.stream().filter(update -> !update.actions().isEmpty()).toList();
        List<BarUpdate> replaced = parts(withActions).stream()
                .filter(update -> update.series().adjusted())
                .toList();
        batch(
                "delete from corporate_action where symbol = :symbol and date between :from and :to",
                replaced,
                SeriesRows::days);
        batch("""
                insert into corporate_action
                select :symbol, u.*, :source from unnest(:date::date[], :kind::text[], :value::float8[],
                    :per::float8[]) u
                on conflict (symbol, date, kind) do update set value = excluded.value, per = excluded.per""", withActions, SeriesRows::actions);
    }

    private static SqlParameterSource actions(BarUpdate update) {
        List<CorporateAction> actions = update.actions();
        return days(update)
                .addValue("date", column(actions, action -> action.date().toString()))
                .addValue("kind", column(actions, action -> action.kind().word()))
                .addValue("value", column(actions, action -> Double.toString(action.value())))
                .addValue("per", column(actions, action -> Double.toString(action.per())))
                .addValue("source", update.source());
    }

    void noteRestatements(List<BarUpdate> updates) {
        List<BarUpdate> restated =
                updates.stream().filter(update -> update.restatement() != null).toList();
        batch("""
                insert into bar_restatement (symbol, at, date, old_factor, new_factor, reason)
                values (:symbol, :at, :date, :old, :new, :reason) on conflict do nothing""", restated, SeriesRows::restatement);
    }

    private static SqlParameterSource restatement(BarUpdate update) {
        Restatement restatement = Objects.requireNonNull(update.restatement());
        return days(update)
                .addValue("at", update.fetchedAt().atOffset(ZoneOffset.UTC))
                .addValue("date", restatement.date())
                .addValue("old", restatement.oldFactor())
                .addValue("new", restatement.newFactor())
                .addValue("reason", restatement.reason());
    }

    void replaceRepairs(List<BarUpdate> updates) {
        batch(
                "delete from bar_repair where symbol = :symbol and date between :from and :to",
                parts(updates),
                SeriesRows::days);
        batch(
                """
                insert into bar_repair
                select :symbol, u.*, :source, :at from unnest(:date::date[], :rule::text[], :open::float8[], :high::float8[],
                    :low::float8[], :close::float8[], :adjusted::float8[], :volume::bigint[], :amount::float8[]) u
                on conflict (symbol, date, rule) do nothing""",
                updates.stream().filter(update -> !update.repairs().isEmpty()).toList(),
                SeriesRows::repairs);
    }

    private static SqlParameterSource repairs(BarUpdate update) {
        List<Repair> repairs = update.repairs();
        return days(update)
                .addValue("date", column(repairs, repair -> repair.date().toString()))
                .addValue("rule", column(repairs, Repair::rule))
                .addValue("open", column(repairs, repair -> came(repair, DailyBar::open)))
                .addValue("high", column(repairs, repair -> came(repair, DailyBar::high)))
                .addValue("low", column(repairs, repair -> came(repair, DailyBar::low)))
                .addValue("close", column(repairs, repair -> came(repair, DailyBar::close)))
                .addValue(
                        "adjusted",
                        column(repairs, repair -> came(repair, bar -> bar.isAdjusted() ? bar.adjustedClose() : null)))
                .addValue("volume", column(repairs, repair -> came(repair, DailyBar::volume)))
                .addValue(
                        "amount",
                        column(
                                repairs,
                                repair -> repair.amount() == null
                                        ? null
                                        : repair.amount().toString()))
                .addValue("source", update.source())
                .addValue("at", update.fetchedAt().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String came(Repair repair, Function<DailyBar, @Nullable Number> value) {
        Number number = repair.bar() == null ? null : value.apply(repair.bar());
        return number == null ? null : number.toString();
    }

    /** An answer about the end of a series that is stored shows that it is in no conflict any more. */
    void endConflicts(List<BarUpdate> updates) {
        batch(
                "delete from bar_conflict where symbol = :symbol",
                updates.stream()
                        .filter(update -> update.whole()
                                || !update.to().isBefore(update.series().until()))
                        .toList(),
                SeriesRows::days);
    }

    void noteAccepted(List<BarUpdate> updates) {
        batch(
                """
                insert into accepted_conflict
                select :symbol, u.* from unnest(:rule::text[], :date::date[]) u on conflict do nothing""",
                updates.stream().filter(update -> !update.accepted().isEmpty()).toList(),
                update -> days(update)
                        .addValue("rule", column(List.copyOf(update.accepted()), AcceptedConflict::rule))
                        .addValue("date", column(List.copyOf(update.accepted()), one -> one.date()
                                .toString())));
    }

    /** A day with a volume is one on which the exchange traded, even if no symbol of it has prices. */
    void noteUnpriced(List<BarUpdate> updates) {
        batch(
                """
                insert into bar_gap (symbol, date, found_at)
                select :symbol, u.day, :at from unnest(:unpriced::date[]) u (day)
                where not exists (select from daily_bar b where b.symbol = :symbol and b.date = u.day)
                on conflict do nothing""",
                updates.stream().filter(update -> !update.unpriced().isEmpty()).toList(),
                update -> days(update)
                        .addValue("unpriced", column(update.unpriced(), LocalDate::toString))
                        .addValue("at", update.fetchedAt().atOffset(ZoneOffset.UTC)));
    }

    private static MapSqlParameterSource days(BarUpdate update) {
        return new MapSqlParameterSource("symbol", update.symbol().name())
                .addValue("from", update.from())
                .addValue("to", update.to());
    }

    /** Of whole histories everything was removed before. */
    private static List<BarUpdate> parts(List<BarUpdate> updates) {
        return updates.stream().filter(update -> !update.whole()).toList();
    }

    private void batch(String sql, List<BarUpdate> updates, Function<BarUpdate, SqlParameterSource> parameters) {
        if (!updates.isEmpty()) {
            jdbc.batchUpdate(sql, updates.stream().map(parameters).toArray(SqlParameterSource[]::new));
        }
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
