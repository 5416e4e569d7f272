package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.run.Progress;
import io.openalpha.run.ProgressDisplay.Bar;
import io.openalpha.run.StepProgress;
import io.openalpha.run.SymbolAccount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * One step of a job over symbols. All waiting is done between two chunks, where Spring Batch asks its interruption
 * policy and no transaction is open: a chunk begins when all of its answers are there.
 */
final class FetchStep<A> implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FetchStep.class);

    private final FetchTask<A> task;
    private final Pass pass;
    private final FetchJob job;
    private final StepProgress progress;
    private @Nullable Attempt<A> attempt;

    FetchStep(FetchTask<A> task, Pass pass, FetchJob job) {
        this.task = task;
        this.pass = pass;
        this.job = job;
        this.progress = job.run().progress();
    }

    Step build() {
        return job.run()
                .<Fetched<A>, Fetched<A>>step(name(), job.settings().chunkSize(), progress)
                .interruptionPolicy(step -> awaitChunk())
                .reader(() -> attempt().ahead().read())
                .writer(chunk -> attempt().writer().write(chunk.getItems()))
                .listener((StepExecutionListener) this)
                .build();
    }

    private String name() {
        return pass == Pass.RETRY ? "retry" : task.name();
    }

    String counted() {
        return task.counted();
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        // Spring Batch calls listeners in no defined order.
        progress.beforeStep(stepExecution);
        ResumePoint resumePoint = new ResumePoint(symbols(), pass.resumes() ? progress.committed() : Progress.NONE);
        List<Symbol> open = resumePoint.open();
        if (pass == Pass.FIRST) {
            progress.expect(open.size());
        }
        Bar bar = job.run().bar(name(), open.size());
        attempt = new Attempt<>(
                resumePoint,
                new FetchAhead<>(task, job, open, bar),
                new FetchedWriter<>(task, pass, job.jobs(), progress, resumePoint),
                bar);
    }

    private List<Symbol> symbols() {
        return pass == Pass.RETRY ? job.jobs().failures().retryable(progress.jobInstanceId()) : task.symbols();
    }

    private Attempt<A> attempt() {
        return Objects.requireNonNull(attempt, "the step has not begun");
    }

    private void awaitChunk() throws JobInterruptedException {
        try {
            attempt().ahead().awaitChunk();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobInterruptedException("interrupted while it waited for sources");
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        Attempt<A> ended = attempt;
        if (ended == null) {
            return null;
        }
        ended.ahead().close();
        ended.bar().end();
        return stepExecution.getStatus() == BatchStatus.COMPLETED ? verdict(stepExecution, ended) : null;
    }

    private @Nullable ExitStatus verdict(StepExecution step, Attempt<A> ended) {
        Map<String, Long> counts = progress.totals();
        RunTally tally =
                RunTally.of(counts, job.counted(), job.jobs().failures().countByReason(progress.jobInstanceId()));
        SymbolAccount account = tally.account();
        if (pass == Pass.FIRST || step.getReadCount() > 0) {
            LOG.info("{}", job.report().summary(tally, counts));
        }
        boolean all = ended.resumePoint().isComplete();
        if (!all && job.run().stop().requested()) {
            step.setStatus(BatchStatus.STOPPED);
            return ExitStatus.STOPPED;
        }
        if (!all && pass == Pass.FIRST) {
            return failed(step, missing(account, ended.ahead().refusal()));
        }
        double allowed = job.settings().maxFailedShare();
        if (job.isLast(this) && tally.failedShare() > allowed) {
            return failed(
                    step,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the symbols failed, more than the %.0f %% allowed (%s.max-failed-share)",
                            tally.failedShare() * 100,
                            allowed * 100,
                            job.settings().prefix()));
        }
        return null;
    }

    private static String missing(SymbolAccount account, String refusal) {
        return "no source could be asked for every symbol within the time limit, %s of %s are missing%s"
                .formatted(account.missing(), account.asked(), refusal.isEmpty() ? "" : " (" + refusal + ")");
    }

    private static ExitStatus failed(StepExecution step, String detail) {
        step.setStatus(BatchStatus.FAILED);
        return ExitStatus.FAILED.addExitDescription(detail);
    }

    /** What one execution of the step works with. */
    private record Attempt<A>(ResumePoint resumePoint, FetchAhead<A> ahead, FetchedWriter<A> writer, Bar bar) {}
}
