package io.openalpha.dashboard;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What years leave behind: 100,000 executions, 500 symbols with ten years of bars, and 400 days of what two models said. */
final class PlantedYears {

    /** Beyond what sequences give out meanwhile. */
    private static final String RUNS = "generate_series(1000001, 1100000) n";

    private static final String BEGAN = "date_trunc('hour', localtimestamp) - make_interval(hours => 1100001 - n)";
    private static final String STATUS = "case when n % 50 = 0 then 'FAILED' else 'COMPLETED' end";
    private static final String SYMBOLS = "generate_series(1, 500) s";
    private static final String NAME = "'S' || to_char(s, 'FM00000')";
    private static final String DAYS = "generate_series(1, 3650) d";
    private static final String WEEKDAY = "extract(isodow from current_date - d) < 6";

    private PlantedYears() {}

    static void in(JdbcClient jdbc) {
        Stream.of(
                        """
                        insert into batch_job_instance
                        select n, 0, case when n %% 25 = 0 then 'train' else 'collect' end, 'key' || n from %s""".formatted(RUNS),
                        """
                        insert into batch_job_execution
                        select n, 0, n, %1$s, %1$s, %1$s + make_interval(secs => 20 + n %% 40), %2$s, %2$s, '', %1$s
                        from %3$s""".formatted(BEGAN, STATUS, RUNS),
                        """
                        insert into batch_job_execution_params
                        select n, 'run.id', 'java.lang.String', 'hourly-' || n, 'Y' from %s""".formatted(RUNS),
                        """
                        insert into batch_step_execution
                        select n, 0, 'collect', n, %1$s, %1$s, %1$s, %2$s, 10, 500, 0, 500, 0, 0, 0, 0, %2$s, '', %1$s
                        from %3$s""".formatted(BEGAN, STATUS, RUNS),
                        """
                        insert into run_progress select n, 'collect', '', 500, '{"collected.yahoo": 500}' from %s""".formatted(RUNS),
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
