package io.openalpha.collection;

import io.openalpha.market.QuotePartitions;
import java.time.Period;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Makes partitions ahead of need before a run, and drops those beyond retention after it. */
record PartitionUpkeep(QuotePartitions partitions, Period retention) implements JobExecutionListener {

    @Override
    public void beforeJob(JobExecution jobExecution) {
        partitions.prepare();
    }

    @Override
    public void afterJob(JobExecution jobExecution) {
        partitions.retire(retention);
    }
}
