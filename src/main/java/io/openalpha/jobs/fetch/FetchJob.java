package io.openalpha.jobs.fetch;

import io.openalpha.run.Deadline;
import io.openalpha.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;

/** The definition of a job over symbols, for one run. */
public final class FetchJob {

    private final FetchJobs jobs;
    private final Run run;
    private final FetchSettings settings;
    private final FetchReport report;
    private final Deadline deadline;
    private final JobBuilder builder;
    private final List<FetchStep<?>> steps = new ArrayList<>();

    FetchJob(FetchJobs jobs, Run run, FetchSettings settings, FetchReport report) {
        this.jobs = jobs;
        this.run = run;
        this.settings = settings;
        this.report = report;
        this.deadline = run.deadline(settings.timeLimit(), jobs.clock());
        this.builder = run.job().listener(deadline);
    }

    /** Asks for every symbol of the run; the step fails if the run ends before every symbol was stored or failed. */
    public <A> FetchJob first(FetchTask<A> task) {
        return then(task, Pass.FIRST);
    }

    /** Then asks again for the symbols that failed, if that may help. */
    public <A> FetchJob retry(FetchTask<A> task) {
        return then(task, Pass.RETRY);
    }

    /** Then asks for something more; no symbol of the run fails by it. */
    public <A> FetchJob followUp(FetchTask<A> task) {
        return then(task, Pass.FOLLOW_UP);
    }

    private <A> FetchJob then(FetchTask<A> task, Pass pass) {
        steps.add(new FetchStep<>(task, pass, this));
        return this;
    }

    /** Listens to the begin and the end of the job. */
    public FetchJob listener(JobExecutionListener listener) {
        builder.listener(listener);
        return this;
    }

    /** The job; its last step fails when too many symbols did. */
    public Job build() {
        SimpleJobBuilder job = builder.start(steps.get(0).build());
        steps.subList(1, steps.size()).forEach(step -> job.next(step.build()));
        return job.build();
    }

    boolean isLast(FetchStep<?> step) {
        return step == steps.get(steps.size() - 1);
    }

    /** The prefix of the counts of fetched symbols. */
    String counted() {
        return steps.get(0).counted();
    }

    FetchJobs jobs() {
        return jobs;
    }

    Run run() {
        return run;
    }

    FetchSettings settings() {
        return settings;
    }

    FetchReport report() {
        return report;
    }

    Deadline deadline() {
        return deadline;
    }
}
