package io.openalpha.run;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/** Ends a step between two chunks once a stop is asked for. */
record StopPolicy(StopSignal stop) implements StepInterruptionPolicy {

    @Override
    public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
        if (stop.requested()) {
            stepExecution.setTerminateOnly();
            throw new JobInterruptedException("a stop was asked for");
        }
    }
}
