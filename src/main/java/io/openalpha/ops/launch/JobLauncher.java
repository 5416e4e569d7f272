package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts runs in processes of their own, which outlive this one, and observes them from outside. */
interface JobLauncher {

    /** What it starts, and where, for display. */
    LauncherDescription description();

    /** Between two regular looks at what was started. */
    Duration interval();

    /** The id of the new run of a task. */
    RunId newRun(TaskId task, String job);

    /**
     * Starts a run and does not wait for it.
     *
     * @throws LaunchException if it could not be started
     */
    JobHandle launch(Task task);

    /**
     * What runs under this run id, although it is not known what was started for it; empty if nothing is found.
     *
     * @throws LaunchException if it cannot be looked for now
     */
    Optional<JobHandle> find(RunId run);

    /**
     * What has become of what was started. Asking may end what turned out to be unable to start.
     *
     * @throws LaunchException if it cannot be looked at now
     */
    JobObservation observe(TaskId task, JobHandle handle);

    /**
     * What keeps the process of a run from its work, or ended it, as the place where it runs tells; a line each. None
     * where nothing more is known than the run itself has on record.
     *
     * @throws LaunchException if it cannot be looked at now
     */
    default List<String> troubles(RunId run) {
        return List.of();
    }

    /**
     * Asks for an orderly stop, after which the run can be resumed; does not wait for it.
     *
     * @throws IllegalArgumentException if there is nothing that could be asked
     * @throws LaunchException if it could not be asked for
     */
    void stop(JobHandle handle);

    /**
     * Calls back whenever something may have changed, besides the regular looks.
     *
     * @return ends the calls
     */
    Following follow(Runnable look);

    /** Calls back until it is closed. */
    @FunctionalInterface
    interface Following extends AutoCloseable {

        @Override
        void close();
    }
}
