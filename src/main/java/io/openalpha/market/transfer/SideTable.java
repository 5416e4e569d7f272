package io.openalpha.market.transfer;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.Instrument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an export has beside the bars, a file each. Their names begin with an underscore, so that pandas, Spark and
 * others that read a folder as one table skip them.
 */
@SuppressWarnings("ImmutableEnumChecker") // Lists that List.of makes are.
enum SideTable {
    /** Exchange, currency and requested days of the symbols. Comes first, since the others refer to it. */
    SERIES(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("name", FileColumn.Type.TEXT).orNull(),
                    FileColumn.of("sector", FileColumn.Type.TEXT).orNull(),
                    FileColumn.of("exchange", FileColumn.Type.TEXT),
                    FileColumn.of("currency", FileColumn.Type.TEXT),
                    FileColumn.of("zone", FileColumn.Type.TEXT),
                    FileColumn.of("adjusted", FileColumn.Type.FLAG),
                    FileColumn.of("since", FileColumn.Type.DATE),
                    FileColumn.of("until", FileColumn.Type.DATE),
                    FileColumn.of("asked_at", FileColumn.Type.TIME),
                    FileColumn.of("gaps_from", FileColumn.Type.DATE).orNull()),
            """
            select s.symbol, y.title, y.sector, s.exchange, s.currency, s.zone, s.adjusted,
                greatest(s.since, :from), least(s.until, :to), s.asked_at,
                case when s.gaps_from is not null then greatest(s.gaps_from, :from) end as gaps_from
            from bar_series s join symbol y on y.name = s.symbol
            where s.since <= :to and s.until >= :from and""",
            """
            insert into bar_series as b (symbol, exchange, currency, zone, adjusted, since, until, asked_at, gaps_from)
            select symbol, exchange, currency, zone, adjusted, since, until, asked_at, gaps_from from import_series
            on conflict (symbol) do update set exchange = excluded.exchange, currency = excluded.currency,
                zone = excluded.zone, adjusted = excluded.adjusted, since = excluded.since, until = excluded.until,
                asked_at = excluded.asked_at, gaps_from = excluded.gaps_from
            where not :merge""") {
        @Override
        void check(Object[] row) {
            FileValues.text("exchange", row[3], LONGEST_NAME);
            FileValues.text("currency", row[4], 10);
            ZoneId.of(String.valueOf(row[5]));
            if (((LocalDate) row[7]).isAfter((LocalDate) row[8])) {
                throw new IllegalArgumentException("since %s is after until %s".formatted(row[7], row[8]));
            }
        }
    },

    ACTIONS(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("date", FileColumn.Type.DATE),
                    FileColumn.of("kind", FileColumn.Type.TEXT),
                    FileColumn.of("value", FileColumn.Type.NUMBER),
                    FileColumn.of("per", FileColumn.Type.NUMBER),
                    FileColumn.of("source", FileColumn.Type.TEXT)),
            """
            select s.symbol, s.date, s.kind, s.value, s.per, s.source from corporate_action s
            where s.date between :from and :to and""",
            """
            insert into corporate_action (symbol, date, kind, value, per, source)
            select symbol, date, kind, value, per, source from import_actions
            where symbol in (select symbol from import_series)
            on conflict (symbol, date, kind) do update set
                value = excluded.value, per = excluded.per, source = excluded.source""") {
        @Override
        void check(Object[] row) {
            if (Arrays.stream(CorporateAction.Kind.values())
                    .noneMatch(kind -> kind.word().equals(row[2]))) {
                throw new IllegalArgumentException("kind '%s' is none of %s"
                        .formatted(
                                row[2],
                                Arrays.toString(CorporateAction.Kind.values()).toLowerCase(Locale.ROOT)));
            }
            if ((Double) row[3] <= 0 || (Double) row[4] <= 0) {
                throw new IllegalArgumentException("value %s and per %s must be above 0".formatted(row[3], row[4]));
            }
        }
    },

    GAPS(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("date", FileColumn.Type.DATE),
                    FileColumn.of("tries", FileColumn.Type.COUNT),
                    FileColumn.of("found_at", FileColumn.Type.TIME),
                    FileColumn.of("tried_at", FileColumn.Type.TIME).orNull()),
            """
            select s.symbol, s.date, s.tries, s.found_at, s.tried_at from bar_gap s
            where s.date between :from and :to and""",
            """
            insert into bar_gap (symbol, date, tries, found_at, tried_at)
            select symbol, date, tries, found_at, tried_at from import_gaps i
            where symbol in (select symbol from import_series)
                and not exists (select from daily_bar b where b.symbol = i.symbol and b.date = i.date)
            on conflict do nothing"""),

    QUARANTINE(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("date", FileColumn.Type.DATE),
                    FileColumn.of("reason", FileColumn.Type.TEXT),
                    FileColumn.of("open", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("high", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("low", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("close", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("adjusted_close", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("volume", FileColumn.Type.COUNT),
                    FileColumn.of("source", FileColumn.Type.TEXT),
                    FileColumn.of("seen_at", FileColumn.Type.TIME)),
            """
            select s.symbol, s.date, s.reason, s.open, s.high, s.low, s.close, s.adjusted_close, s.volume, s.source, s.seen_at
            from bar_quarantine s where s.date between :from and :to and""",
            """
            insert into bar_quarantine
                (symbol, date, reason, open, high, low, close, adjusted_close, volume, source, seen_at)
            select symbol, date, reason, coalesce(open, 'NaN'), coalesce(high, 'NaN'), coalesce(low, 'NaN'),
                coalesce(close, 'NaN'), adjusted_close, volume, source, seen_at from import_quarantine
            where symbol in (select symbol from import_series)
            on conflict (symbol, date, reason) do update set seen_at = excluded.seen_at"""),

    /** What came in place of bars and amounts that were repaired. */
    REPAIRS(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("date", FileColumn.Type.DATE),
                    FileColumn.of("rule", FileColumn.Type.TEXT),
                    FileColumn.of("open", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("high", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("low", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("close", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("adjusted_close", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("volume", FileColumn.Type.COUNT).orNull(),
                    FileColumn.of("amount", FileColumn.Type.NUMBER).orNull(),
                    FileColumn.of("source", FileColumn.Type.TEXT),
                    FileColumn.of("repaired_at", FileColumn.Type.TIME)),
            """
            select s.symbol, s.date, s.rule, s.open, s.high, s.low, s.close, s.adjusted_close, s.volume, s.amount, s.source,
                s.repaired_at
            from bar_repair s where s.date between :from and :to and""",
            """
            insert into bar_repair (symbol, date, rule, open, high, low, close, adjusted_close, volume, amount, source,
                repaired_at)
            select symbol, date, rule, open, high, low, close, adjusted_close, volume, amount, source, repaired_at
            from import_repairs where symbol in (select symbol from import_series) on conflict do nothing"""),

    /** Contradictions within a series that a person has accepted; the import accepts them as well. */
    ACCEPTED(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("date", FileColumn.Type.DATE),
                    FileColumn.of("rule", FileColumn.Type.TEXT)),
            "select s.symbol, s.date, s.rule from accepted_conflict s where s.date between :from and :to and",
            """
            insert into accepted_conflict (symbol, date, rule)
            select symbol, date, rule from import_accepted where symbol in (select symbol from import_series)
            on conflict do nothing"""),

    /** Symbols whose source contradicts itself or what is stored, with both sides. */
    CONFLICTS(
            List.of(
                    FileColumn.of("symbol", FileColumn.Type.TEXT),
                    FileColumn.of("since", FileColumn.Type.TIME),
                    FileColumn.of("rule", FileColumn.Type.TEXT),
                    FileColumn.of("stored", FileColumn.Type.TEXT),
                    FileColumn.of("answered", FileColumn.Type.TEXT),
                    FileColumn.of("source", FileColumn.Type.TEXT),
                    FileColumn.of("seen_at", FileColumn.Type.TIME)),
            """
            select s.symbol, s.since, s.rule, s.stored, s.answered, s.source, s.seen_at from bar_conflict s where""",
            """
            insert into bar_conflict (symbol, since, rule, stored, answered, source, seen_at)
            select symbol, since, rule, stored, answered, source, seen_at from import_conflicts on conflict do nothing""");

    private static final int LONGEST_NAME = Instrument.LONGEST_NAME;
    private static final Set<String> SHORT = Set.of("source", "reason", "rule");

    private final List<FileColumn> columns;
    private final String query;
    private final String adoption;

    SideTable(List<FileColumn> columns, String query, String adoption) {
        this.columns = columns;
        this.query = query;
        this.adoption = adoption;
    }

    List<FileColumn> columns() {
        return columns;
    }

    /** The file's name without its ending. */
    String fileName() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    /** A temporary table for the rows of a file. */
    String temporaryTable() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(
                        ", ", "create temporary table import_%s (".formatted(word()), ") on commit drop"));
    }

    String insertion() {
        return columns.stream()
                .map(column -> "?")
                .collect(Collectors.joining(", ", "insert into import_%s values (".formatted(word()), ")"));
    }

    /** What is stored of symbols named :names, of all if there are none, from :from to :to. */
    String query() {
        return query + " (cardinality(:names::text[]) = 0 or s.symbol = any(:names::text[]))"
                + " order by s.symbol collate \"C\", %s, 3"
                        .formatted(columns.get(1).name().equals("date") ? "s.date" : "2");
    }

    /** Takes the rows of the temporary table into the stored ones. */
    String adoption() {
        return adoption;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if a row makes no sense */
    void check(Object[] row) {}

    /** A row as it is stored. */
    @Nullable
    Object[] stored(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (columns.get(i).type()) {
                case TEXT -> row.getString(i + 1);
                case DATE -> row.getObject(i + 1, LocalDate.class);
                case NUMBER -> number(row.getObject(i + 1, Double.class));
                case COUNT -> count((Number) row.getObject(i + 1));
                case FLAG -> row.getBoolean(i + 1);
                case TIME -> time(row.getObject(i + 1, OffsetDateTime.class));
            };
        }
        return values;
    }

    private static @Nullable Double number(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }

    private static @Nullable Long count(@Nullable Number number) {
        return number == null ? null : number.longValue();
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** A row of a file. */
    @Nullable
    Object[] read(TableSource table) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            FileColumn column = columns.get(i);
            Object value = table.value(column.name());
            values[i] = value == null && column.optional() ? null : read(column, value);
        }
        return values;
    }

    private static Object read(FileColumn column, @Nullable Object value) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT ->
                name.equals("symbol") ? FileValues.symbol(value).name() : FileValues.text(name, value, longest(name));
            case DATE -> FileValues.date(name, value);
            case NUMBER -> FileValues.number(name, value);
            case COUNT -> FileValues.count(name, value);
            case FLAG -> FileValues.flag(name, value);
            case TIME -> FileValues.time(name, value).atOffset(ZoneOffset.UTC);
        };
    }

    private static int longest(String column) {
        return SHORT.contains(column) ? BarRows.LONGEST_SOURCE : LONGEST_NAME;
    }
}
