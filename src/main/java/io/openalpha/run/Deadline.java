package io.openalpha.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * The moment at which a run has to end, whatever is missing.
 *
 * <p>An execution that takes up the work of one which died or lost its database keeps the moment of that one: no chain
 * of resumptions outlasts the time limit. After an execution that ended in order the next one has the whole time again.
 */
public final class Deadline implements JobExecutionListener {

    private static final String KEY = "deadline";

    private final Duration limit;
    private final Clock clock;
    private final JobRepository repository;
    private volatile Instant at;

    Deadline(Duration limit, Clock clock, JobRepository repository) {
        this.limit = limit;
        this.clock = clock;
        this.repository = repository;
        this.at = clock.instant().plus(limit);
    }

    @Override
    public void beforeJob(JobExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        if (context.containsKey(KEY)) {
            at = Instant.parse(context.getString(KEY));
        } else {
            at = clock.instant().plus(limit);
            context.putString(KEY, at.toString());
            repository.updateExecutionContext(execution);
        }
    }

    @Override
    public void afterJob(JobExecution execution) {
        boolean cut = execution.getAllFailureExceptions().stream()
                .anyMatch(failure -> ConnectionFailure.behind(failure) != ConnectionFailure.NONE);
        if (!cut) {
            execution.getExecutionContext().remove(KEY);
            repository.updateExecutionContext(execution);
        }
    }

    /** Whether it is over. */
    public boolean isPassed() {
        return remaining().isZero();
    }

    /** How much time is left; zero if none is. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
