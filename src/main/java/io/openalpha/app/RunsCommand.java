package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.jobs.backfill.BackfillConfiguration;
import io.openalpha.jobs.collect.CollectionConfiguration;
import io.openalpha.jobs.train.TrainingConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.JobPlan;
import io.openalpha.run.JobPlans;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunDisposal;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunQuery;
import io.openalpha.run.RunState;
import io.openalpha.run.Shard;
import io.openalpha.run.StopSignal;
import io.openalpha.source.SourceConfiguration;
import io.openalpha.web.view.RunDetail;
import io.openalpha.web.view.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code openalpha runs}: what ran, and what to do about it. */
@Command(
        name = "runs",
        description = "Lists what ran, newest first; or shows one run with its steps.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    /** The beans of every job, since a run's job is known only with a database; beans are lazy. */
    private static final Class<?>[] BEANS_OF_JOBS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        SourceConfiguration.class,
        CollectionConfiguration.class,
        BackfillConfiguration.class,
        ModelConfiguration.class,
        TrainingConfiguration.class
    };

    @Parameters(
            paramLabel = "RUN_ID",
            arity = "0..1",
            description = "Show this run with its steps.",
            converter = RunIdConverter.class)
    private @Nullable RunId runId;

    @Option(names = "--job", description = "Of this job only, such as collect.", scope = ScopeType.INHERIT)
    private @Nullable String job;

    @Option(
            names = "--status",
            description = "In this state only: ${COMPLETION-CANDIDATES}.",
            converter = RunStateConverter.class,
            completionCandidates = RunStateConverter.Names.class)
    private @Nullable RunState status;

    @Option(
            names = "--since",
            description = "Begun since then: 2026-11-22, 2026-11-22T10:00:00Z, or 24h or 7d for as long ago.",
            converter = SinceConverter.class)
    private @Nullable Instant since;

    @Option(names = "--before", description = "Older than the execution of this number: the next page.")
    private @Nullable Long before;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many. Default: 50.")
    private int limit;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageException("--limit is %s but must be 1 or more".formatted(limit));
        }
        try (ConfigurableApplicationContext context = terminal.open(RunConfiguration.class)) {
            RunHistory history = context.getBean(RunHistory.class);
            if (runId == null) {
                List<ExecutionRecord> page = history.page(new RunQuery(job, status, since, before, limit));
                RunOutput.print(page.stream().map(RunView::of).toList(), output);
            } else {
                RunOutput.print(RunDetail.of(executions(context, runId), history.steps(runId)), output, terminal.out());
            }
            return ExitCode.DONE.code();
        }
    }

    @Command(
            name = "restart",
            description =
                    "Resumes a run that failed or was stopped, after its last committed chunk; of a run in shards those"
                            + " that are unfinished, one after the other.",
            mixinStandardHelpOptions = true)
    int restart(@Parameters(paramLabel = "RUN_ID", converter = RunIdConverter.class) RunId run)
            throws InterruptedException {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        List<Shard> shards;
        try (ConfigurableApplicationContext context = terminal.application(stop).start(BEANS_OF_JOBS)) {
            shards = unfinishedShards(executions(context, run));
            if (shards.isEmpty()) {
                return resume(context, run);
            }
        }
        int exitCode = ExitCode.DONE.code();
        for (Shard shard : shards) {
            try (ConfigurableApplicationContext context =
                    ShardOption.taking(shard, terminal.application(stop)).start(BEANS_OF_JOBS)) {
                exitCode = Math.max(exitCode, resume(context, run));
            }
        }
        return exitCode;
    }

    /**
     * Of a run that is divided; those that have not begun are begun where the others were. All of them when none is
     * left.
     */
    private static List<Shard> unfinishedShards(List<ExecutionRecord> executions) {
        Map<String, RunState> last = new TreeMap<>();
        executions.stream()
                .filter(execution -> !execution.shard().isEmpty())
                .forEach(execution -> last.putIfAbsent(execution.shard(), execution.state()));
        List<Shard> unfinished = last.keySet().stream()
                .filter(shard -> !Objects.requireNonNull(last.get(shard)).isDone())
                .map(Shard::of)
                .toList();
        return unfinished.isEmpty() ? last.keySet().stream().map(Shard::of).toList() : unfinished;
    }

    private int resume(ApplicationContext context, RunId run) throws InterruptedException {
        String name = jobOf(context, run);
        JobPlan plan = context.getBean(JobPlans.class)
                .named(name)
                .orElseThrow(() -> new UsageException("this version of OpenAlpha has no job " + name));
        RunEnd end = context.getBean(JobRunner.class).run(plan, run, Map.of());
        return RunReport.exitCode(end);
    }

    @Command(
            name = "abandon",
            description = "Gives a run up that failed or was stopped: it will not be resumed.",
            mixinStandardHelpOptions = true)
    int abandon(@Parameters(paramLabel = "RUN_ID", converter = RunIdConverter.class) RunId run) {
        try (ConfigurableApplicationContext context = terminal.open(RunConfiguration.class)) {
            return RunReport.exitCode(context.getBean(RunDisposal.class).abandon(jobOf(context, run), run));
        }
    }

    @Command(
            name = "purge",
            description = "Removes runs that ended long ago from the history; what they collected stays.",
            mixinStandardHelpOptions = true)
    int purge(
            @Option(
                            names = "--older-than",
                            required = true,
                            paramLabel = "AGE",
                            description = "Such as 90d.",
                            converter = AgeConverter.class)
                    Duration age) {
        try (ConfigurableApplicationContext context = terminal.open(RunConfiguration.class)) {
            int purged = context.getBean(RunDisposal.class).purge(age);
            terminal.print("Removed %d runs", purged);
            return ExitCode.DONE.code();
        }
    }

    private String jobOf(ApplicationContext context, RunId run) {
        List<String> jobs = executions(context, run).stream()
                .map(ExecutionRecord::job)
                .distinct()
                .toList();
        if (jobs.size() > 1) {
            throw new UsageException("run %s is known to the jobs %s: choose one with --job".formatted(run, jobs));
        }
        return jobs.get(0);
    }

    private List<ExecutionRecord> executions(ApplicationContext context, RunId run) {
        List<ExecutionRecord> executions = context.getBean(RunHistory.class).executions(run).stream()
                .filter(execution -> job == null || job.equals(execution.job()))
                .toList();
        if (executions.isEmpty()) {
            throw new UsageException("there is no run %s: 'openalpha runs' lists them".formatted(run));
        }
        return executions;
    }
}
