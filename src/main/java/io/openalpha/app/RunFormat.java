package io.openalpha.app;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.StepRecord;
import io.openalpha.run.SymbolAccount;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How runs are printed: a table for people, JSON for programs. */
final class RunFormat {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EXECUTION = "%-9s  %-24s  %-9s  %-5s  %-10s  %-19s  %9s  %7s  %s%n";
    private static final String ALL = "all";
    private static final String STEP = "  %-9s  %-24s  %-10s  %9s  %7s  %7s  %s%n";

    @Option(names = "--json", description = "Print as JSON on standard output; durations in seconds.")
    private boolean json;

    void print(List<ExecutionRecord> executions, CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrettyJson.print(Line.of(executions).stream().map(WireExecution::of).toList(), out);
        } else {
            printTable(Line.of(executions), out);
        }
        out.flush();
    }

    void print(List<ExecutionRecord> executions, List<StepRecord> steps, CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrettyJson.print(
                    lines(executions).stream()
                            .map(line -> WireRun.of(line, steps))
                            .toList(),
                    out);
        } else {
            printTable(lines(executions), out);
            out.println();
            out.printf(Locale.ROOT, STEP, "EXECUTION", "STEP", "STATUS", "DURATION", "ITEMS", "CHUNKS", "");
            steps.stream()
                    .filter(step ->
                            executions.stream().anyMatch(execution -> execution.execution() == step.execution()))
                    .forEach(step -> printStep(step, out));
        }
        out.flush();
    }

    /** Several executions are followed by a line for all of them together, whose shard is {@code all}. */
    private static List<Line> lines(List<ExecutionRecord> executions) {
        List<Line> lines = new ArrayList<>(Line.of(executions));
        if (executions.size() > 1
                || executions.stream().anyMatch(one -> !one.shard().isEmpty())) {
            WholeRun.of(executions).stream().map(whole -> new Line(whole, ALL)).forEach(lines::add);
        }
        return lines;
    }

    /** An execution and how its part of the run is named. */
    private record Line(ExecutionRecord execution, String shard) {

        static List<Line> of(List<ExecutionRecord> executions) {
            return executions.stream()
                    .map(execution -> new Line(execution, execution.shard()))
                    .toList();
        }
    }

    private static void printTable(List<Line> lines, PrintWriter out) {
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
        for (Line line : lines) {
            ExecutionRecord execution = line.execution();
            out.printf(
                    Locale.ROOT,
                    EXECUTION,
                    execution.execution(),
                    execution.runId(),
                    execution.job(),
                    line.shard(),
                    execution.state(),
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
                step.state(),
                duration(step.duration()),
                step.items(),
                step.chunks(),
                step.message());
    }

    private static String outcome(ExecutionRecord execution) {
        SymbolAccount account = execution.account();
        return Stream.of(
                        account == null ? "" : symbols(account),
                        list(execution.counts().counts()),
                        execution.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String symbols(SymbolAccount account) {
        return String.format(
                Locale.ROOT,
                "asked %d, had %d, failed %d%s, missing %d",
                account.asked(),
                account.had(),
                account.failedTotal(),
                account.failed().isEmpty() ? "" : " (" + list(account.failed()) + ")",
                account.missing());
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
            @Nullable Long asked,
            @Nullable Long had,
            @Nullable Long failed,
            @Nullable Long missing,
            Map<String, Long> counts,
            Map<String, Long> failures,
            String message) {

        static WireExecution of(Line line) {
            ExecutionRecord record = line.execution();
            SymbolAccount account = record.account();
            return new WireExecution(
                    record.execution(),
                    record.runId(),
                    record.job(),
                    line.shard(),
                    record.state().name(),
                    record.created().toString(),
                    RunFormat.seconds(record.duration()),
                    record.items(),
                    account == null ? null : account.asked(),
                    account == null ? null : account.had(),
                    account == null ? null : account.failedTotal(),
                    account == null ? null : account.missing(),
                    record.counts().counts(),
                    record.counts().failures(),
                    record.message());
        }
    }

    /** An execution with its steps as programs read it. */
    private record WireRun(WireExecution execution, List<WireStep> steps) {

        static WireRun of(Line line, List<StepRecord> steps) {
            return new WireRun(
                    WireExecution.of(line),
                    steps.stream()
                            .filter(step -> !line.shard().equals(ALL)
                                    && step.execution() == line.execution().execution())
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
                    record.state().name(),
                    RunFormat.seconds(record.duration()),
                    record.items(),
                    record.chunks(),
                    record.rollbacks(),
                    record.message());
        }
    }
}
