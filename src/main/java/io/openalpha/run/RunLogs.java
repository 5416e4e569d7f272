package io.openalpha.run;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code run_log}. */
final class RunLogs {

    /** Lines that are kept of a run, however often it is resumed. */
    static final int MOST_LINES = 2_000;

    private final JdbcClient jdbc;

    RunLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work of a run, and keeps what this process logs meanwhile as the run's log. */
    void keepDuring(long jobInstanceId, Runnable work) {
        RunLog log = RunLog.open(jobInstanceId, this);
        try {
            work.run();
        } finally {
            log.close();
        }
    }

    /** Keeps lines, unless there are too many of this run. */
    void add(long jobInstanceId, List<LogLine> lines) {
        jdbc.sql("""
                        insert into run_log (job_instance_id, at, level, message)
                        select :id, l.at, l.level, l.message
                        from unnest(:at::timestamptz[], :level::text[], :message::text[]) with ordinality
                            l(at, level, message, number)
                        where (select count(*) from run_log where job_instance_id = :id) + l.number <= :most
                        order by l.number""")
                .param("id", jobInstanceId)
                .param("most", MOST_LINES)
                .param("at", column(lines, line -> line.at().toString()))
                .param("level", column(lines, LogLine::level))
                .param("message", column(lines, LogLine::message))
                .update();
    }

    private static String[] column(List<LogLine> lines, Function<LogLine, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }
}
