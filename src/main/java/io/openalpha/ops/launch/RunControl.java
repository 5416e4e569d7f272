package io.openalpha.ops.launch;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunDisposal;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunState;
import io.openalpha.run.WholeRun;
import java.util.Locale;
import java.util.Optional;

/** Stops, resumes and abandons runs. */
public final class RunControl {

    private final Tasks tasks;
    private final TaskTable table;
    private final JobLauncher launcher;
    private final TaskReader reader;
    private final RunHistory history;
    private final RunDisposal disposal;

    RunControl(
            Tasks tasks,
            TaskTable table,
            JobLauncher launcher,
            TaskReader reader,
            RunHistory history,
            RunDisposal disposal) {
        this.tasks = tasks;
        this.table = table;
        this.launcher = launcher;
        this.reader = reader;
        this.history = history;
        this.disposal = disposal;
    }

    /** The job of a run, also of one that was asked for and has not begun; empty if there is no such run. */
    public Optional<String> job(RunId run) {
        return history.executions(run).stream()
                .findFirst()
                .map(ExecutionRecord::job)
                .or(() -> table.ofRun(run).stream().findFirst().map(task -> task.request()
                        .job()));
    }

    /**
     * Requests that a run stops after the current chunk, so that it can be resumed; does not wait for it.
     *
     * @throws UnknownRunException if there is no such run
     * @throws IllegalArgumentException if it has ended, or cannot be reached, such as one started on a terminal
     * @throws LaunchException if it could not be asked
     */
    public void stop(String job, RunId run) {
        Optional<Task> task = table.newest(job, run);
        refuseEnded(job, run, task);
        JobHandle handle = task.filter(
                        row -> row.launcher().equals(launcher.description().kind()))
                .flatMap(row -> Optional.ofNullable(row.handle()))
                .or(() -> launcher.find(run))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s run %s was not started from here: stop it where it was started".formatted(job, run)));
        launcher.stop(handle);
    }

    /** A failed run whose task has not ended may be about to be resumed by Kubernetes. */
    private void refuseEnded(String job, RunId run, Optional<Task> task) {
        Optional<ExecutionRecord> last = last(job, run);
        if (last.isEmpty() && task.isEmpty()) {
            throw unknown(job, run);
        }
        boolean open = last.filter(execution -> execution.state().isOpen()).isPresent();
        if (!open && task.map(reader::state).filter(state -> !state.ended()).isEmpty()) {
            throw new IllegalArgumentException("%s run %s is %s: there is nothing to stop"
                    .formatted(job, run, last.map(RunControl::status).orElse("failed")));
        }
    }

    /**
     * Starts an unfinished run again, with its first parameters; it goes on after the last committed chunk.
     *
     * @param who asks for it
     * @return a task of its own
     * @throws UnknownRunException if there is no such run
     * @throws IllegalArgumentException if it is completed, abandoned, or has not begun
     * @throws TooSoonException if it is a training, and another one is at work or was started a short time ago
     * @throws LaunchException if it could not be started
     */
    public TaskStatus restart(String job, RunId run, String who) {
        ExecutionRecord last = last(job, run).orElseThrow(() -> table.newest(job, run)
                .<RuntimeException>map(task -> new IllegalArgumentException(
                        "%s run %s has not begun: there is nothing to resume".formatted(job, run)))
                .orElseGet(() -> unknown(job, run)));
        if (last.state().isDone() || last.state() == RunState.ABANDONED) {
            throw new IllegalArgumentException(
                    "%s run %s is %s: there is nothing to resume".formatted(job, run, status(last)));
        }
        return tasks.resume(JobRequest.of(job, history.details(last.execution())), run, who);
    }

    /**
     * Abandons an unfinished run.
     *
     * @return {@link ExitCode#DONE}; or why not, with {@link ExitCode#LOCKED} while the job is at work
     */
    public RunEnd abandon(String job, RunId run) {
        return disposal.abandon(job, run);
    }

    private Optional<ExecutionRecord> last(String job, RunId run) {
        return WholeRun.of(history.executions(run)).stream()
                .filter(execution -> execution.job().equals(job))
                .findFirst();
    }

    private static String status(ExecutionRecord execution) {
        return execution.state().name().toLowerCase(Locale.ROOT);
    }

    private static UnknownRunException unknown(String job, RunId run) {
        return new UnknownRunException("there is no %s run %s".formatted(job, run));
    }
}
