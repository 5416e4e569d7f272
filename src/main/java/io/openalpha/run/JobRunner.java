package io.openalpha.run;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Runs jobs: one run of a job at a time, each resumable by its id, whatever happened to it before. */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int RESUMPTIONS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Turn turn;
    private final Recovery recovery;
    private final Run.Machinery machinery;
    private final StopSignal stop;
    private final ShardLayout shardLayout;

    JobRunner(Turn turn, Recovery recovery, Run.Machinery machinery, StopSignal stop, ShardLayout shardLayout) {
        this.turn = turn;
        this.recovery = recovery;
        this.machinery = machinery;
        this.stop = stop;
        this.shardLayout = shardLayout;
    }

    /**
     * Starts or resumes a run, or the part of it that is this process's, and works until it ends. When the connection
     * to the database is cut in the middle, the run is resumed as soon as there is another one, a few times.
     *
     * @param details what the run is to do beyond its identity; those of its first start count when it is resumed
     * @throws InterruptedException if the thread was interrupted while it waited for the database
     */
    public RunEnd run(JobPlan plan, RunId runId, Map<String, String> details) throws InterruptedException {
        LogFields.begin(plan.name(), runId);
        try {
            return ended(plan, runId, details);
        } finally {
            LogFields.end();
        }
    }

    private RunEnd ended(JobPlan plan, RunId runId, Map<String, String> details) throws InterruptedException {
        try {
            return locked(plan, runId, details);
        } catch (RunRefusedException e) {
            return e.end();
        } catch (LockLostException e) {
            return new RunEnd(ExitCode.LOCKED, e.getMessage() + ExecutionEnd.resumable(runId));
        } catch (RuntimeException e) {
            if (ConnectionFailure.behind(e) == ConnectionFailure.NONE) {
                throw e;
            }
            LOG.error("{} was cut off from the database", plan.name(), e);
            return new RunEnd(
                    ExitCode.FAILED,
                    "%s failed%s: the database is away".formatted(plan.name(), ExecutionEnd.resumable(runId)));
        }
    }

    private RunEnd locked(JobPlan plan, RunId runId, Map<String, String> details)
            throws RunRefusedException, InterruptedException {
        refuseAfterStop(plan);
        shardLayout.refuseUnlessDivisible(plan);
        Run run = new Run(runId, shardLayout.shard(), plan.name(), details, stop, machinery);
        try (RunLock lock = turn.acquire(plan.name(), runId, run.shard())) {
            refuseAfterStop(plan);
            shardLayout.refuseAnother(plan, runId);
            return work(executions(plan, run.by(machinery.fencedBy(lock)), lock), plan.name(), runId);
        } catch (RunRefusedException e) {
            return skipped(run, e);
        }
    }

    private Executions executions(JobPlan plan, Run run, RunLock lock) {
        return new Executions(plan, run, run.machinery().repository(), recovery, lock);
    }

    /** A run that has waited too long for its turn is recorded as skipped; one that does not wait is refused. */
    private RunEnd skipped(Run run, RunRefusedException refusal) throws RunRefusedException {
        SkippedRun skippedRun = new SkippedRun(machinery.repository());
        if (!refusal.isLocked() || !turn.isAwaited() || !skippedRun.isAllowed(run)) {
            throw refusal;
        }
        return skippedRun.record(run, String.valueOf(refusal.getMessage()));
    }

    private void refuseAfterStop(JobPlan plan) throws RunRefusedException {
        if (stop.requested()) {
            throw RunRefusedException.stopped(plan.name());
        }
    }

    private RunEnd work(Executions executions, String jobName, RunId run)
            throws RunRefusedException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int left = RESUMPTIONS; left > 0; left--) {
            try {
                JobExecution execution = executions.next();
                if (outage(execution) != ConnectionFailure.CUT) {
                    return executions.end(execution);
                }
            } catch (RuntimeException e) {
                if (ConnectionFailure.behind(e) != ConnectionFailure.CUT) {
                    throw e;
                }
            }
            LOG.warn("{} lost its connection to the database and resumes in {} s", jobName, pause.toSeconds());
            if (stop.await(pause)) {
                return new RunEnd(
                        ExitCode.STOPPED,
                        "%s stopped while it was cut off from the database%s"
                                .formatted(jobName, ExecutionEnd.resumable(run)));
            }
            pause = pause.multipliedBy(2);
        }
        return executions.end(executions.next());
    }

    private static ConnectionFailure outage(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED || execution.getStatus() == BatchStatus.STOPPED) {
            return ConnectionFailure.NONE;
        }
        return execution.getAllFailureExceptions().stream()
                .map(ConnectionFailure::behind)
                .max(ConnectionFailure::compareTo)
                .orElse(ConnectionFailure.NONE);
    }
}
