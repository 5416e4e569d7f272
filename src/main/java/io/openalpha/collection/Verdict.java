package io.openalpha.collection;

import io.openalpha.run.StepProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Sums up the run after each step and, after the last, decides whether so much failed that somebody must be told. */
record Verdict(FailureTable failures, StepProgress progress, double maxFailedShare) implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        CollectionSummary summary =
                CollectionSummary.of(progress.totals(), failures.countByReason(progress.jobInstanceId()));
        summary.failed()
                .forEach((reason, count) -> stepExecution.getExecutionContext().putLong("remaining." + reason, count));
        LOG.info("Collected {}", summary);
        if (summary.failedShare() > maxFailedShare && stepExecution.getStatus() == BatchStatus.COMPLETED) {
            stepExecution.setStatus(BatchStatus.FAILED);
            return ExitStatus.FAILED.addExitDescription(
                    "%.0f %% of the symbols failed, more than the %.0f %% allowed (openalpha.collection.max-failed-share)"
                            .formatted(summary.failedShare() * 100, maxFailedShare * 100));
        }
        return null;
    }
}
