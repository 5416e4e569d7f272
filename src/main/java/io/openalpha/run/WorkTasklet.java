package io.openalpha.run;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lets Spring Batch run a piece of work. */
record WorkTasklet(Work work, ProgressDisplay display, StopSignal stop, JobRepository repository) implements Tasklet {

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        StepExecution step = contribution.getStepExecution();
        WorkProgress progress = new WorkProgress(
                step.getStepName(),
                step.getJobExecution().getJobInstanceId(),
                display,
                stop,
                () -> repository.update(step));
        progress.stopIfRequested();
        try {
            contribution.setExitStatus(work.run(progress));
            return RepeatStatus.FINISHED;
        } finally {
            progress.end();
        }
    }
}
