package io.openalpha.run;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which jobs are at work now, in any process or pod. */
public final class JobsAtWork {

    private final JdbcClient jdbc;

    JobsAtWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a living process holds the lock of a job. */
    public boolean contains(String job) {
        return jdbc.sql("select exists (select %s)".formatted(LockName.granted(":job")))
                .param("job", job)
                .query(Boolean.class)
                .single();
    }

    /** The run that holds the lock of a job; empty if none does. */
    public Optional<RunId> run(String job) {
        return jdbc.sql("select run_id from run_lock where name = :job and exists (select %s)"
                        .formatted(LockName.granted(":job")))
                .param("job", job)
                .query((row, number) -> new RunId(row.getString(1)))
                .optional();
    }
}
