package io.openalpha.jobs.fetch;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Sums up the run after a step and decides whether so much failed that somebody must be told.
 *
 * @param setting the name of the setting that {@code maxFailedShare} comes from
 * @param summedUpBefore whether an earlier step has summed up, so that one that had nothing to do has nothing to add
 */
public record FailedShareCheck(
        Supplier<? extends Summary> summed, double maxFailedShare, String setting, boolean summedUpBefore)
        implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailedShareCheck.class);

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        Summary summary = summed.get();
        summary.failed()
                .forEach((reason, count) -> stepExecution.getExecutionContext().putLong("remaining." + reason, count));
        if (stepExecution.getReadCount() > 0 || !summedUpBefore) {
            LOG.info("{}", summary);
        }
        if (summary.failedShare() > maxFailedShare && stepExecution.getStatus() == BatchStatus.COMPLETED) {
            stepExecution.setStatus(BatchStatus.FAILED);
            return ExitStatus.FAILED.addExitDescription(String.format(
                    Locale.ROOT,
                    "%.0f %% of the symbols failed, more than the %.0f %% allowed (%s)",
                    summary.failedShare() * 100,
                    maxFailedShare * 100,
                    setting));
        }
        return null;
    }
}
