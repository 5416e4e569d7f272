package io.openalpha.app;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.StepRecord;
import io.openalpha.run.WholeRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How runs are printed: a table for people, JSON for programs. */
final class RunFormat {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EXECUTION = "%-9s  %-24s  %-9s  %-5s  %-10s  %-19s  %9s  %7s  %s%n";
    private static final String ALL_SHARDS = "all";
    private static final String STEP = "  %-9s  %-24s  %-10s  %9s  %7s  %7s  %s%n";

    @Option(names = "--json", description = "Print as JSON on standard output; durations in seconds.")
    private boolean json;

    void print(List<ExecutionRecord> executions, CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrettyJson.print(executions.stream().map(WireExecution::of).toList(), out);
        } else {
            printTable(executions, out);
        }
        out.flush();
    }

    void print(List<ExecutionRecord> executions, List<StepRecord> steps, CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrettyJson.print(
                    withSums(executions).stream()
                            .map(execution -> WireRun.of(execution, steps))
                            .toList(),
                    out);
        } else {
            printTable(withSums(executions), out);
            out.println();
            out.printf(Locale.ROOT, STEP, "EXECUTION", "STEP", "STATUS", "DURATION", "ITEMS", "CHUNKS", "");
            steps.stream()
                    .filter(step ->
                            executions.stream().anyMatch(execution -> execution.execution() == step.execution()))
                    .forEach(step -> printStep(step, out));
        }
        out.flush();
    }

    /** Shards are followed by a line for all of them together, whose shard is {@code all}. */
    private static List<ExecutionRecord> withSums(List<ExecutionRecord> executions) {
        List<ExecutionRecord> lines = new ArrayList<>(executions);
        if (executions.stream().anyMatch(execution -> !execution.shard().isEmpty())) {
            WholeRun.of(executions).stream()
                    .map(sum -> sum.withShard(ALL_SHARDS))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static void printTable(List<ExecutionRecord> executions, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                EXECUTION,
                "EXECUTION",
                "RUN",
                "JOB",
                "SHARD",
                "STATUS",
                "BEGUN (UTC)",
                "DURATION",
                "ITEMS",
                "OUTCOME");
        for (ExecutionRecord execution : executions) {
            out.printf(
                    Locale.ROOT,
                    EXECUTION,
                    execution.execution(),
                    execution.runId(),
                    execution.job(),
                    execution.shard(),
                    execution.status(),
                    UTC.format(execution.created()),
                    duration(execution.duration()),
                    execution.items(),
                    outcome(execution));
        }
    }

    private static void printStep(StepRecord step, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                STEP,
                step.execution(),
                step.step(),
                step.status(),
                duration(step.duration()),
                step.items(),
                step.chunks(),
                step.message());
    }

    private static String outcome(ExecutionRecord execution) {
        String counts = list(execution.counts());
        String failures = execution.failures().isEmpty() ? "" : "; missing: " + list(execution.failures());
        String message = execution.message().isEmpty() ? "" : "; " + execution.message();
        return (counts + failures + message).replaceFirst("^; ", "");
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? "" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1e3;
    }

    /** An execution as programs read it. */
    private record WireExecution(
            long execution,
            String run,
            String job,
            String shard,
            String status,
            String begun,
            @Nullable Double seconds,
            long items,
            Map<String, Long> counts,
            Map<String, Long> failures,
            String message) {

        static WireExecution of(ExecutionRecord record) {
            return new WireExecution(
                    record.execution(),
                    record.runId(),
                    record.job(),
                    record.shard(),
                    record.status(),
                    record.created().toString(),
                    RunFormat.seconds(record.duration()),
                    record.items(),
                    record.counts(),
                    record.failures(),
                    record.message());
        }
    }

    /** An execution with its steps as programs read it. */
    private record WireRun(WireExecution execution, List<WireStep> steps) {

        static WireRun of(ExecutionRecord execution, List<StepRecord> steps) {
            return new WireRun(
                    WireExecution.of(execution),
                    steps.stream()
                            .filter(step -> step.execution() == execution.execution()
                                    && !execution.shard().equals(ALL_SHARDS))
                            .map(WireStep::of)
                            .toList());
        }
    }

    private record WireStep(
            String step,
            String status,
            @Nullable Double seconds,
            long items,
            long chunks,
            long rollbacks,
            String message) {

        static WireStep of(StepRecord record) {
            return new WireStep(
                    record.step(),
                    record.status(),
                    RunFormat.seconds(record.duration()),
                    record.items(),
                    record.chunks(),
                    record.rollbacks(),
                    record.message());
        }
    }
}
