package io.openalpha.ops.metrics;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunState;
import io.openalpha.run.RunTotals;
import io.openalpha.run.SymbolAccount;
import io.openalpha.run.WholeRun;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs, as the job repository knows them: also those whose process was killed. */
final class RunMetrics implements MetricSource {

    private static final String JOB = "job_name";
    private static final String OUTCOME = "outcome";
    private static final String TRAIN = "train";
    private static final List<String> JOBS_OVER_SYMBOLS = List.of("collect", "backfill");
    /** So many skipped runs in a row do not hide the numbers of the run before them. */
    private static final int NEWEST = 5;

    private final RunTotals totals;
    private final RunHistory history;

    RunMetrics(RunTotals totals, RunHistory history) {
        this.totals = totals;
        this.history = history;
    }

    @Override
    public Stream<MetricSnapshot> read() {
        List<RunTotals.Total> ended = totals.ended();
        return Stream.of(ended(ended), work(ended), atWork(), symbols(), Stream.of(trainingSteps()))
                .flatMap(snapshots -> snapshots);
    }

    private static Stream<MetricSnapshot> ended(List<RunTotals.Total> totals) {
        Family runs = new Family("openalpha_runs", "Runs that ended, by outcome");
        Family seconds = new Family("openalpha_run_seconds", "How long they took, together");
        Family end = new Family("openalpha_run_last_end_timestamp_seconds", "End of the last run that ended so");
        Family duration = new Family("openalpha_run_last_duration_seconds", "How long the last run took that ended so");
        Family success = new Family("openalpha_run_last_success_timestamp_seconds", "End of the last completed run");
        for (RunTotals.Total total : totals) {
            String[] labels = {JOB, total.job(), OUTCOME, total.outcome()};
            runs.with(total.runs(), labels);
            seconds.with(total.seconds(), labels);
            end.with(total.lastEndedAt(), labels);
            duration.with(total.lastSeconds(), labels);
            if (total.outcome().equals("completed")) {
                success.with(total.lastEndedAt(), JOB, total.job());
            }
        }
        return Stream.of(runs.counter(), seconds.counter(), end.gauge(), duration.gauge(), success.gauge());
    }

    private static Stream<MetricSnapshot> work(List<RunTotals.Total> totals) {
        return Stream.of(
                byJob("openalpha_items_written", "Items that ended runs wrote", totals, RunTotals.Total::items),
                byJob(
                        "openalpha_rows_written",
                        "Rows of quotes and bars that ended runs wrote",
                        totals,
                        RunTotals.Total::rows),
                byJob("openalpha_chunks", "Chunks that ended runs committed", totals, RunTotals.Total::chunks),
                byJob(
                        "openalpha_chunk_seconds",
                        "Duration of the steps that consist of chunks",
                        totals,
                        RunTotals.Total::chunkSeconds));
    }

    private static MetricSnapshot byJob(
            String name, String help, List<RunTotals.Total> totals, ToDoubleFunction<RunTotals.Total> value) {
        Family family = new Family(name, help);
        totals.stream()
                .collect(Collectors.groupingBy(RunTotals.Total::job, Collectors.summingDouble(value)))
                .forEach((job, sum) -> family.with(sum, JOB, job));
        return family.counter();
    }

    private Stream<MetricSnapshot> atWork() {
        Family running = new Family("openalpha_runs_in_progress", "Runs at work");
        Family since =
                new Family("openalpha_run_in_progress_since_timestamp_seconds", "Start of the oldest run at work");
        Family lost = new Family("openalpha_runs_lost", "Runs whose process died, to be resumed");
        for (RunTotals.Activity activity : totals.now()) {
            running.with(activity.running(), JOB, activity.job());
            lost.with(activity.lost(), JOB, activity.job());
            since.with(activity.since(), JOB, activity.job());
        }
        return Stream.of(running.gauge(), since.gauge(), lost.gauge());
    }

    /** Of the newest run of each job over symbols that was not skipped, all its executions and shards together. */
    private Stream<MetricSnapshot> symbols() {
        Family asked = new Family("openalpha_run_last_symbols_asked", "Symbols that the newest run was to ask for");
        Family symbols = new Family(
                "openalpha_run_last_symbols", "Symbols of the newest run, by outcome: had, failed or missing");
        Map<String, ExecutionRecord> newestOfJob = new LinkedHashMap<>();
        history.newest(JOBS_OVER_SYMBOLS, NEWEST).stream()
                .filter(execution -> !execution.runId().isEmpty() && execution.state() != RunState.SKIPPED)
                .forEach(execution -> newestOfJob.putIfAbsent(execution.job(), execution));
        newestOfJob.values().stream().flatMap(newest -> whole(newest).stream()).forEach(run -> {
            SymbolAccount account = run.account();
            if (account != null) {
                asked.with(account.asked(), JOB, run.job());
                symbols.with(account.had(), JOB, run.job(), OUTCOME, "had");
                symbols.with(account.failedTotal(), JOB, run.job(), OUTCOME, "failed");
                symbols.with(account.missing(), JOB, run.job(), OUTCOME, "missing");
            }
        });
        return Stream.of(asked.gauge(), symbols.gauge());
    }

    private List<ExecutionRecord> whole(ExecutionRecord newest) {
        return WholeRun.of(history.executions(new RunId(newest.runId())).stream()
                .filter(execution -> execution.job().equals(newest.job()))
                .toList());
    }

    private MetricSnapshot trainingSteps() {
        Family steps = new Family(
                "openalpha_training_step_duration_seconds",
                "Duration of each step of the last training that completed");
        history.lastCompletedSteps(TRAIN).forEach(step -> {
            if (step.duration() != null) {
                steps.with(step.duration().toMillis() / 1e3, "step", step.step());
            }
        });
        return steps.gauge();
    }
}
