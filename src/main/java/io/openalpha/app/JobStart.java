package io.openalpha.app;

import io.openalpha.ops.telemetry.PushConfiguration;
import io.openalpha.ops.telemetry.TraceConfiguration;
import io.openalpha.run.JobPlan;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.RunWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a job with the beans of a command. */
final class JobStart {

    private static final String GROUP = "management.prometheus.metrics.export.pushgateway.grouping-key.job_name=";

    private JobStart() {}

    /** Starts the beans and runs a job until its end or Ctrl-C; returns the exit code of the process. */
    static int untilItsEnd(
            String job,
            Terminal terminal,
            Class<?>[] beans,
            Class<? extends JobPlan> plan,
            RunIdOption runId,
            Map<String, String> details)
            throws InterruptedException {
        try (ConfigurableApplicationContext context = begin(job, terminal.stoppableApplication(), beans)) {
            return RunReport.exitCode(run(context, plan, runId.orStartingNow(context.getBean(Clock.class)), details));
        }
    }

    /** Starts the beans of a batch command; what it pushes to a gateway replaces what the job pushed last. */
    static ConfigurableApplicationContext begin(String job, Application application, Class<?>... beans) {
        return application
                .with(GROUP + job)
                .start(Stream.concat(Stream.of(beans), Stream.of(PushConfiguration.class, TraceConfiguration.class))
                        .toArray(Class<?>[]::new));
    }

    /** Starts a new run. */
    static RunEnd run(ApplicationContext context, Class<? extends JobPlan> plan, Map<String, String> details)
            throws InterruptedException {
        return run(context, plan, RunId.startingNow(context.getBean(Clock.class)), details);
    }

    /** Starts or resumes the run of an id. */
    static RunEnd run(ApplicationContext context, Class<? extends JobPlan> plan, RunId id, Map<String, String> details)
            throws InterruptedException {
        JobPlan job = context.getBean(plan);
        long begun = System.nanoTime();
        RunEnd end = context.getBean(JobRunner.class).run(job, id, details);
        context.getBeanProvider(RunWatch.class)
                .ifAvailable(watch -> watch.ended(job.name(), id, end, Duration.ofNanos(System.nanoTime() - begun)));
        return end;
    }
}
