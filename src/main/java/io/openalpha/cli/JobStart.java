package io.openalpha.cli;

import io.openalpha.run.JobPlan;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.StopSignal;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a job with the beans of a command. */
final class JobStart {

    private JobStart() {}

    /** Starts the beans and runs a job until its end, or until Ctrl-C stops it; returns the exit code of the process. */
    static int untilItsEnd(
            Class<?>[] beans, Class<? extends JobPlan> plan, RunIdOption runId, Map<String, String> details)
            throws InterruptedException {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        try (ConfigurableApplicationContext context = new Application(stop).start(beans)) {
            return RunReport.exitCode(run(context, plan, runId, details));
        }
    }

    /** Starts or resumes the run that the option names. */
    static RunEnd run(
            ApplicationContext context, Class<? extends JobPlan> plan, RunIdOption runId, Map<String, String> details)
            throws InterruptedException {
        RunId id = runId.orStartingNow(context.getBean(Clock.class));
        return context.getBean(JobRunner.class).run(context.getBean(plan), id, details);
    }

    /** Starts a new run. */
    static RunEnd run(ApplicationContext context, Class<? extends JobPlan> plan, Map<String, String> details)
            throws InterruptedException {
        return run(context, plan, new RunIdOption(), details);
    }
}
