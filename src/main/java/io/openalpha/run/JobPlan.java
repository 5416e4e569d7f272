package io.openalpha.run;

import org.springframework.batch.core.job.Job;

/** A kind of job that can be run, such as the collection. */
public interface JobPlan {

    /** The job's name in the repository, in locks and in logs. */
    String name();

    /** Whether several processes may share a run of it, each taking one shard; see {@link Run#shard()}. */
    default boolean isDivisible() {
        return false;
    }

    /**
     * The job for one run, made anew for each.
     *
     * @throws IllegalArgumentException if the run's details make no sense, with a message for the user
     */
    Job job(Run run);
}
