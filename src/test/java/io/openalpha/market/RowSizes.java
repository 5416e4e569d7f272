package io.openalpha.market;

import io.openalpha.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bytes that a row takes with its indexes, for what grows with symbols and time; run by {@code bench/rows}. */
final class RowSizes {

    private static final int SYMBOLS = 10_000;
    private static final int CYCLES = 50;

    private static final String UNIVERSE = """
            insert into symbol (name, title, sector, exchange, currency)
            select 'S' || to_char(n, 'FM00000'), 'Company number ' || n, 'Information Technology', 'NMS', 'USD'
            from generate_series(1, :symbols) n""";

    /** In the order in which a collection writes: symbol after symbol, cycle after cycle. */
    private static final String QUOTES = """
            insert into quote
            select s.name, timestamptz '2026-11-02' + c * interval '1 hour', round((random() * 500 + 1)::numeric, 2),
                (random() * 10000000)::bigint, 'USD', 'yahoo', now()
            from generate_series(1, :cycles) c cross join (select name from symbol order by name) s""";

    private static final String BARS = """
            insert into daily_bar
            select s.name, date '2016-11-01' + d, 100, 102, 99, 101, 101, 1000000, true, true, 'yahoo', now()
            from (select name from symbol order by name limit 1000) s cross join generate_series(1, 500) d""";

    private RowSizes() {}

    public static void main(String[] arguments) {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("""
                            create table quote_2026_11 partition of quote
                            for values from ('2026-11-01 00:00+00') to ('2026-12-01 00:00+00')""").update();
            Map<String, Double> sizes = new LinkedHashMap<>();
            sizes.put("symbol", filled(jdbc, UNIVERSE, "symbol"));
            sizes.put("quote", filled(jdbc, QUOTES, "quote_2026_11"));
            sizes.put("daily_bar", filled(jdbc, BARS, "daily_bar"));
            StringJoiner line = new StringJoiner(" ");
            sizes.forEach((table, bytes) -> line.add(table + "_bytes_a_row=" + Math.round(bytes)));
            System.out.println(line);
        }
    }

    private static double filled(JdbcClient jdbc, String insert, String table) {
        int rows = jdbc.sql(insert)
                .param("symbols", SYMBOLS)
                .param("cycles", CYCLES)
                .update();
        long bytes = jdbc.sql("select pg_total_relation_size(?::regclass)")
                .param(table)
                .query(Long.class)
                .single();
        return (double) bytes / rows;
    }
}
