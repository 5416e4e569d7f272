package io.openalpha.admin.launch;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunDisposal;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stops runs, starts them again, and gives them up. */
public final class RunControl {

    private static final Set<String> RESUMABLE =
            Set.of("FAILED", "STOPPED", "STARTING", "STARTED", "STOPPING", "UNKNOWN");

    private final Tasks tasks;
    private final TaskTable table;
    private final JobLauncher launcher;
    private final RunHistory history;
    private final RunFacts facts;
    private final RunDisposal disposal;

    RunControl(
            Tasks tasks,
            TaskTable table,
            JobLauncher launcher,
            RunHistory history,
            RunFacts facts,
            RunDisposal disposal) {
        this.tasks = tasks;
        this.table = table;
        this.launcher = launcher;
        this.history = history;
        this.facts = facts;
        this.disposal = disposal;
    }

    /**
     * Asks a run to stop after the chunk at hand, so that it can be resumed; does not wait for it.
     *
     * @throws UnknownRunException if nothing is known of what it runs in: somebody started it on a terminal, perhaps
     * @throws LaunchException if it could not be asked
     */
    public void stop(String job, RunId run) {
        Handle handle = table.newest(job, run)
                .filter(task -> task.launcher().equals(launcher.description().kind()))
                .flatMap(task -> Optional.ofNullable(task.handle()))
                .or(() -> launcher.find(run))
                .orElseThrow(() -> new UnknownRunException(
                        "%s run %s was not started from here: stop it where it was started".formatted(job, run)));
        launcher.stop(handle);
    }

    /**
     * Starts an unfinished run again, with what it was first told to do; it goes on after the last committed chunk.
     *
     * @param who asks for it
     * @return a task of its own
     * @throws UnknownRunException if there is no such run
     * @throws IllegalArgumentException if it is completed, abandoned, or of a job that cannot be started
     * @throws TooSoonException if it is a training, and another one is at work or was started a short time ago
     * @throws LaunchException if it could not be started
     */
    public TaskStatus restart(String job, RunId run, String who) {
        ExecutionRecord last = history.executions(run).stream()
                .filter(execution -> execution.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new UnknownRunException("there is no %s run %s".formatted(job, run)));
        if (!RESUMABLE.contains(last.status())) {
            throw new IllegalArgumentException("%s run %s is %s: there is nothing to resume"
                    .formatted(job, run, last.status().toLowerCase(Locale.ROOT)));
        }
        JobRequest request = JobRequest.of(job, facts.details(last.execution()));
        return tasks.begin(new LaunchOrder(TaskId.next(job), run, true, request, who));
    }

    /**
     * Gives an unfinished run up for good.
     *
     * @return {@link ExitCode#DONE}; or why not, with {@link ExitCode#LOCKED} while the job is at work
     */
    public RunEnd abandon(String job, RunId run) {
        return disposal.abandon(job, run);
    }
}
