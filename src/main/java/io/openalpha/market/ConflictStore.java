package io.openalpha.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The symbols whose last answer was in conflict, in table {@code bar_conflict}. A symbol leaves it when an answer of it
 * is stored that reaches to the end of its series.
 */
public final class ConflictStore {

    private final JdbcClient jdbc;

    ConflictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A symbol in conflict.
     *
     * @param source that gave the answer
     * @param since when the first such answer came
     */
    public record Conflicting(Symbol symbol, Conflict conflict, String source, Instant since) {}

    /** Notes a conflict; it takes the place of an earlier one of the symbol. */
    public void save(Symbol symbol, Conflict conflict, String source, Instant at) {
        jdbc.sql("""
                        insert into bar_conflict (symbol, rule, stored, answered, source, since, seen_at)
                        values (:symbol, :rule, :stored, :answered, :source, :at, :at)
                        on conflict (symbol) do update set rule = excluded.rule, stored = excluded.stored,
                            answered = excluded.answered, source = excluded.source, seen_at = excluded.seen_at""")
                .param("symbol", symbol.name())
                .param("rule", conflict.rule())
                .param("stored", conflict.stored())
                .param("answered", conflict.answered())
                .param("source", source)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The conflicts of one symbol, or of all, by name. */
    public List<Conflicting> of(@Nullable Symbol symbol) {
        return jdbc.sql("select * from bar_conflict where :symbol::text is null or symbol = :symbol order by symbol")
                .param("symbol", symbol == null ? null : symbol.name())
                .query(ConflictStore::conflicting)
                .list();
    }

    /** The contradictions within a symbol's series that a person has accepted. */
    public Set<AcceptedConflict> accepted(Symbol symbol) {
        return jdbc.sql("select rule, date from accepted_conflict where symbol = :symbol")
                .param("symbol", symbol.name())
                .query((row, number) ->
                        new AcceptedConflict(row.getString("rule"), row.getObject("date", LocalDate.class)))
                .set();
    }

    private static Conflicting conflicting(ResultSet row, int number) throws SQLException {
        return new Conflicting(
                new Symbol(row.getString("symbol")),
                new Conflict(row.getString("rule"), row.getString("stored"), row.getString("answered")),
                row.getString("source"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
