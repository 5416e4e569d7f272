package io.openalpha.run;

import io.openalpha.run.ProgressDisplay.Bar;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.RollbackRuleAttribute;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/** One run of a job while it is at work: what the job needs to know of it, and what its steps are made with. */
public final class Run {

    /** With the usual rules Spring Batch takes a checked exception for a success, and repeats the work without end. */
    private static final TransactionAttribute NO_TRANSACTION = new RuleBasedTransactionAttribute(
            TransactionDefinition.PROPAGATION_NOT_SUPPORTED, List.of(new RollbackRuleAttribute(Throwable.class)));

    private final RunId id;
    private final Shard shard;
    private final String jobName;
    private final Map<String, String> details;
    private final StopSignal stop;
    private final Machinery machinery;

    Run(RunId id, Shard shard, String jobName, Map<String, String> details, StopSignal stop, Machinery machinery) {
        this.id = id;
        this.shard = shard;
        this.jobName = jobName;
        this.details = Map.copyOf(details);
        this.stop = stop;
        this.machinery = machinery;
    }

    /** The same run with the details that it was first started with. */
    Run with(Map<String, String> firstDetails) {
        return new Run(id, shard, jobName, firstDetails, stop, machinery);
    }

    /** The same run with other means, such as those of the holder of its lock. */
    Run by(Machinery other) {
        return new Run(id, shard, jobName, details, stop, other);
    }

    Machinery machinery() {
        return machinery;
    }

    /** The name of the job, as {@link JobPlan#name()}. */
    String jobName() {
        return jobName;
    }

    public RunId id() {
        return id;
    }

    /** The part of the run that this process takes. */
    public Shard shard() {
        return shard;
    }

    /** What the run was asked to do beyond its identity, such as the symbols named; as at its first start. */
    public Map<String, String> details() {
        return details;
    }

    /** Whether the run was asked to stop. */
    public StopSignal stop() {
        return stop;
    }

    /** Begins the definition of the job itself. */
    public JobBuilder job() {
        return machinery.observation().of(new JobBuilder(jobName, machinery.repository()));
    }

    /**
     * Begins the definition of a chunk-oriented step whose chunks commit only while this run holds its lock, and which
     * ends at the next chunk boundary when the run is asked to stop.
     *
     * @param progress of this step, for its writer to advance
     */
    public <I, O> ChunkOrientedStepBuilder<I, O> step(String name, int chunkSize, StepProgress progress) {
        return machinery
                .observation()
                .of(new StepBuilder(name, machinery.repository()).<I, O>chunk(chunkSize))
                .transactionManager(machinery.transactions())
                .interruptionPolicy(this::endIfStopped)
                .listener((StepListener) progress);
    }

    /**
     * The same, and shows how many of its items are processed.
     *
     * @param total how many items the step has still to do
     */
    public <I, O> ChunkOrientedStepBuilder<I, O> step(
            String name, int chunkSize, StepProgress progress, LongSupplier total) {
        return this.<I, O>step(name, chunkSize, progress)
                .listener((StepListener) new ShownStep<I, O>(machinery.display(), total));
    }

    /** Begins to show how far a step gets. */
    public Bar bar(String step, long total) {
        return machinery.display().begin(step, total);
    }

    /** When the run has to end; to be made a listener of its job. */
    public Deadline deadline(Duration limit, Clock clock) {
        return new Deadline(limit, clock, machinery.repository());
    }

    /** Between two chunks. */
    private void endIfStopped(StepExecution step) throws JobInterruptedException {
        if (stop.requested()) {
            step.setTerminateOnly();
            throw new JobInterruptedException("a stop was asked for");
        }
    }

    /** Makes a step of one piece of work; it holds no transaction meanwhile, as it may last for long. */
    public TaskletStep work(String name, Work work) {
        return machinery
                .observation()
                .of(new StepBuilder(name, machinery.repository())
                        .tasklet(
                                new WorkTasklet(work, machinery.display(), stop, machinery.repository()),
                                machinery.transactions()))
                .transactionAttribute(NO_TRANSACTION)
                .allowStartIfComplete(true)
                .build();
    }

    /** The progress of one step, kept in the transaction of each chunk. */
    public StepProgress progress() {
        return new StepProgress(machinery.progress());
    }

    /** The infrastructure behind every run. */
    record Machinery(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ProgressTable progress,
            RunLogs logs,
            StoredProgress display,
            RunObservation observation) {

        /** The same for one run, which can write to the repository only while it holds its lock. */
        Machinery fencedBy(RunLock lock) {
            JobRepository fenced = new FencedRepository(repository, new TransactionTemplate(transactions), lock);
            return new Machinery(fenced, transactions, progress, logs, display.another(), observation);
        }
    }
}
