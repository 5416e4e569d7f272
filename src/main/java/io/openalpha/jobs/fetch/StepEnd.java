package io.openalpha.jobs.fetch;

import io.openalpha.run.StopSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Sees to it that a step that ended before its symbols did is not taken for completed. */
public record StepEnd(FetchAhead<?, ?> reader, StopSignal stop, boolean mustFinish) implements StepExecutionListener {

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        if (reader.finished() || stepExecution.getStatus() != BatchStatus.COMPLETED) {
            return null;
        }
        if (stop.requested()) {
            stepExecution.setStatus(BatchStatus.STOPPED);
            return ExitStatus.STOPPED;
        }
        if (mustFinish) {
            stepExecution.setStatus(BatchStatus.FAILED);
            return ExitStatus.FAILED.addExitDescription(
                    "no source could be asked for every symbol within the time limit");
        }
        return null;
    }
}
