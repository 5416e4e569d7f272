package io.openalpha.training;

import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import org.springframework.batch.core.ExitStatus;

/** Work that is done if there is anything to train; if not, the step and after the last one the job end as {@code SKIPPED}. */
record UnlessSkipped(TrainingSession session, Work work) implements Work {

    static final String SKIPPED = "SKIPPED";

    @Override
    public ExitStatus run(WorkProgress progress) throws Exception {
        return session.skipped().isEmpty() ? work.run(progress) : new ExitStatus(SKIPPED, session.skipped());
    }
}
