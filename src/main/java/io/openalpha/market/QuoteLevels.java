package io.openalpha.market;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads at which level symbols are stored: by their bars, and by their quotes where they have no bars. */
public final class QuoteLevels {

    private static final String LEVELS = """
            select n.symbol, b.currency, case when b.date >= :today::date - 30 then b.close end as price, b.date
            from unnest(:names::text[]) n(symbol)
            cross join lateral (
                select s.currency, d.close, d.date from bar_series s join daily_bar d on d.symbol = s.symbol
                where s.symbol = n.symbol and d.final order by d.date desc limit 1) b
            union all
            select n.symbol, q.currency, q.price, q.at::date
            from unnest(:names::text[]) n(symbol)
            cross join lateral (
                select currency, price, at from quote where symbol = n.symbol and at >= :today::date - 10
                order by at desc limit 1) q
            where not exists (select from bar_series s where s.symbol = n.symbol)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    QuoteLevels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The levels of those symbols that have one: the last final bar, whose close counts for 30 days, or else a quote of
     * the last 10 days.
     */
    public Map<Symbol, QuoteLevel> of(Collection<Symbol> symbols) {
        Map<Symbol, QuoteLevel> levels = new HashMap<>();
        jdbc.sql(LEVELS)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                .query(row -> {
                    QuoteLevel level = new QuoteLevel(
                            row.getString("currency"),
                            row.getObject("price", Double.class),
                            row.getObject("date", LocalDate.class));
                    levels.put(new Symbol(row.getString("symbol")), level);
                });
        return levels;
    }
}
