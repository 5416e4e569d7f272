package io.openalpha.web.dashboard;

import io.openalpha.run.LongHistory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Years of data: 100,000 executions, 500 symbols with ten years of bars, 400 days of forecasts of two models. */
final class PlantedYears {

    /** Beyond what sequences give out meanwhile. */
    private static final long AFTER = 1_000_000;

    private static final String SYMBOLS = "generate_series(1, 500) s";
    private static final String NAME = "'S' || to_char(s, 'FM00000')";
    private static final String DAYS = "generate_series(1, 3650) d";
    private static final String WEEKDAY = "extract(isodow from current_date - d) < 6";

    private PlantedYears() {}

    static void in(JdbcClient jdbc) {
        LongHistory.in(
                jdbc,
                AFTER,
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).minusHours(1));
        Stream.of(
                        """
                        insert into symbol (name, title, sector, exchange, currency)
                        select %s, 'Company number ' || s, 'Information Technology', 'NMS', 'USD' from %s""".formatted(NAME, SYMBOLS),
                        """
                        insert into bar_series
                        select %s, 'NMS', 'USD', 'UTC', true, current_date - 3650, current_date - 1, now(), null
                        from %s""".formatted(NAME, SYMBOLS),
                        """
                        insert into daily_bar
                        select %1$s, current_date - d, p, p * 1.01, p * 0.99, p * 1.005, p * 1.005, 1000000 + d, true, true, 'yahoo', now()
                        from %2$s, %3$s, lateral (select 100 + 20 * sin(s + d / 50.0) + s %% 7 as p) prices
                        where %4$s order by s, d desc""".formatted(NAME, SYMBOLS, DAYS, WEEKDAY),
                        """
                        insert into prediction
                        select %1$s, current_date - d, m || '_20260101_020000', m, 'above_median', 1, 0.5 + (s + d) %% 9 / 100.0 - 0.04, now()
                        from %2$s, generate_series(1, 400) d, unnest(array['random_forest', 'neural_network']) m
                        where %3$s""".formatted(NAME, SYMBOLS, WEEKDAY),
                        """
                        insert into prediction_outcome
                        select %1$s, current_date - d, 'above_median', 1, 0.01, (s + d) %% 2 = 0, current_date - d + 3, now()
                        from %2$s, generate_series(4, 400) d where %3$s""".formatted(NAME, SYMBOLS, WEEKDAY),
                        "vacuum analyze")
                .forEach(sql -> jdbc.sql(sql).update());
    }
}
