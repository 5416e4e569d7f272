package io.openalpha.app;

import io.openalpha.web.view.RunDetail;
import io.openalpha.web.view.RunView;
import io.openalpha.web.view.StepView;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How runs are printed. */
final class RunOutput {

    private static final Table<StepView> STEPS = new Table<StepView>()
            .right("EXECUTION", StepView::execution)
            .left("STEP", StepView::step)
            .left("STATUS", step -> step.state().toUpperCase(Locale.ROOT))
            .right("DURATION", step -> duration(step.seconds()))
            .right("ITEMS", step -> Cells.count(step.items()))
            .right("CHUNKS", step -> Cells.count(step.chunks()))
            .left("", StepView::message);

    private RunOutput() {}

    static void print(List<RunView> runs, Output output) {
        output.print(RunView.class, runs, columns(RunOutput::shard));
    }

    /** One run: for people its executions, with a line for all of them together, and its steps. */
    static void print(RunDetail run, Output output, PrintWriter out) {
        if (output.forPrograms()) {
            output.printForPrograms(RunView.class, run.executions(), run);
            return;
        }
        List<RunView> lines = new ArrayList<>(run.executions());
        List<RunView> sums = lines.size() > 1 || !shard(lines.get(0)).isEmpty() ? run.whole() : List.of();
        lines.addAll(sums);
        columns(line -> sums.contains(line) ? "all" : shard(line)).print(lines, out);
        out.println();
        STEPS.print(run.steps(), out);
    }

    private static Table<RunView> columns(Function<RunView, @Nullable Object> shard) {
        return new Table<RunView>()
                .right("EXECUTION", RunView::execution)
                .left("RUN", RunView::runId)
                .left("JOB", RunView::job)
                .left("SHARD", shard)
                .left("STATUS", run -> run.state().toUpperCase(Locale.ROOT))
                .left("BEGUN (UTC)", run -> Cells.time(run.begunAt()))
                .right("DURATION", run -> duration(run.seconds()))
                .right("ITEMS", run -> Cells.count(run.items()))
                .left("OUTCOME", RunOutput::outcome);
    }

    private static String shard(RunView run) {
        return Objects.requireNonNullElse(run.shard(), "");
    }

    private static String outcome(RunView run) {
        return Stream.of(symbols(run), list(run.counts()), run.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String symbols(RunView run) {
        RunView.Symbols symbols = run.symbols();
        if (symbols == null) {
            return "";
        }
        String reasons = run.failures().isEmpty() ? "" : " (" + list(run.failures()) + ")";
        return "asked %s, had %s, failed %s%s, missing %s"
                .formatted(symbols.asked(), symbols.had(), symbols.failed(), reasons, symbols.missing());
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String duration(@Nullable Double seconds) {
        return seconds == null ? "" : Cells.decimals(1, seconds) + " s";
    }
}
