package io.openalpha.run;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 100,000 executions, one an hour: collections and trainings, some of them failed, and few of a job {@code rare}. */
public final class LongHistory {

    private static final String STATUS =
            "case when n % 50 = 0 then 'FAILED' when n % 7919 = 0 then 'STOPPED' else 'COMPLETED' end";
    private static final String RUNS = "generate_series(1, 100000) n";

    private LongHistory() {}

    /**
     * Plants it.
     *
     * @param after the numbers of the executions follow this one
     * @param end when the last one of them, of run {@code run-100000}, began
     */
    public static void in(JdbcClient jdbc, long after, LocalDateTime end) {
        String id = "%s + n".formatted(after);
        String began = "timestamp '%s' - make_interval(hours => 100000 - n)".formatted(end);
        Stream.of(
                        """
                        insert into batch_job_instance
                        select %s, 0, case when n %% 10000 = 1 then 'rare' when n %% 25 = 0 then 'train' else 'collect' end, 'key' || n
                        from %s""".formatted(id, RUNS),
                        """
                        insert into batch_job_execution
                        select %1$s, 0, %1$s, %2$s, %2$s, %2$s + make_interval(secs => 20 + n %% 40), %3$s, %3$s, '', %2$s
                        from %4$s""".formatted(id, began, STATUS, RUNS),
                        """
                        insert into batch_job_execution_params
                        select %s, 'run.id', 'java.lang.String', 'run-' || n, 'Y' from %s""".formatted(id, RUNS),
                        """
                        insert into batch_step_execution
                        select %1$s, 0, 'collect', %1$s, %2$s, %2$s, %2$s, %3$s, 10, 500, 0, 500, 0, 0, 0, 0, %3$s, '', %2$s
                        from %4$s""".formatted(id, began, STATUS, RUNS),
                        """
                        insert into run_progress select %s, 'collect', '', 500, '{"collected.yahoo": 500}'
                        from %s""".formatted(id, RUNS),
                        "analyze")
                .forEach(sql -> jdbc.sql(sql).update());
    }
}
