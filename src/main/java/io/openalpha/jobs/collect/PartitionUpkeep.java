package io.openalpha.jobs.collect;

import io.openalpha.market.QuotePartitions;
import java.time.Period;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Makes the partitions of the coming months, and drops those beyond retention. After a run, so that no fetch waits for
 * it: what a run itself needs is made when its quotes are written.
 */
record PartitionUpkeep(QuotePartitions partitions, Period retention) implements JobExecutionListener {

    @Override
    public void afterJob(JobExecution jobExecution) {
        partitions.prepare();
        partitions.retire(retention);
    }
}
