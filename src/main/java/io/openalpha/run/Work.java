package io.openalpha.run;

import org.springframework.batch.core.ExitStatus;

/** One long task that makes up a step. It runs outside any transaction and is repeated if it did not end. */
@FunctionalInterface
public interface Work {

    /**
     * Does it.
     *
     * @return {@link ExitStatus#COMPLETED}, or another status that decides on the next step
     * @throws org.springframework.batch.core.job.JobInterruptedException if it ended early because it was asked to
     */
    ExitStatus run(WorkProgress progress) throws Exception;
}
