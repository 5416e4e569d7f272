package io.openalpha.jobs.train;

import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.TrainingStoppedException;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;

/** Work that trains, ended by a stop as other steps are. */
record StoppableTraining(Work work) implements Work {

    @Override
    public ExitStatus run(WorkProgress progress) throws Exception {
        try {
            return work.run(progress);
        } catch (TrainingStoppedException e) {
            throw (JobInterruptedException) new JobInterruptedException("a stop was asked for").initCause(e);
        }
    }

    /** Reports a learner's progress, and ends it when a stop is requested. */
    static TrainingProgress until(WorkProgress progress) {
        return (unit, done, total) -> !progress.stopRequested();
    }
}
