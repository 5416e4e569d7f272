package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class DeadlineTests {

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final List<JobExecution> updated = new ArrayList<>();
    private final JobRepository repository = new ResourcelessJobRepository() {
        @Override
        public void updateExecutionContext(JobExecution execution) {
            updated.add(execution);
        }
    };

    @Test
    void countsFromTheBeginOfTheRun() {
        Deadline deadline = after(Duration.ofMinutes(3), execution(new ExecutionContext()));

        assertThat(deadline.remaining()).isEqualTo(LIMIT);
        assertThat(deadline.isPassed()).isFalse();
    }

    @Test
    void isThatOfTheExecutionThatLostItsDatabase() {
        JobExecution cut = execution(new ExecutionContext());
        Deadline first = after(Duration.ZERO, cut);
        cut.addFailureException(new IllegalStateException(new SQLException("terminated", "25P03")));
        first.afterJob(cut);

        JobExecution resumed = execution(cut.getExecutionContext());

        assertThat(after(Duration.ofMinutes(3), resumed).remaining()).isEqualTo(Duration.ofMinutes(5));
        assertThat(after(Duration.ofMinutes(9), resumed).isPassed()).isTrue();
    }

    @Test
    void isThatOfTheExecutionThatDied() {
        JobExecution killed = execution(new ExecutionContext());
        after(Duration.ZERO, killed);
        assertThat(updated).containsExactly(killed);

        JobExecution resumed = execution(killed.getExecutionContext());

        assertThat(after(Duration.ofMinutes(3), resumed).remaining()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void beginsAnewAfterAnExecutionThatEndedInOrder() {
        JobExecution failed = execution(new ExecutionContext());
        after(Duration.ZERO, failed).afterJob(failed);

        JobExecution resumed = execution(failed.getExecutionContext());

        assertThat(after(Duration.ofMinutes(30), resumed).remaining()).isEqualTo(LIMIT);
    }

    /** The deadline of an execution that begins so long after the first. */
    private Deadline after(Duration time, JobExecution execution) {
        Deadline deadline = new Deadline(LIMIT, Clock.fixed(BEGIN.plus(time), ZoneOffset.UTC), repository);
        deadline.beforeJob(execution);
        return deadline;
    }

    private static JobExecution execution(ExecutionContext context) {
        JobExecution execution = new JobExecution(1, new JobInstance(1, "collect"), new JobParameters());
        execution.setExecutionContext(context);
        return execution;
    }
}
