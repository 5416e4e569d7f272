package io.openalpha.web.dashboard.runs;

import io.openalpha.format.Json;
import io.openalpha.ops.launch.JobRequest;
import io.openalpha.ops.launch.LaunchException;
import io.openalpha.ops.launch.Task;
import io.openalpha.ops.launch.TaskStatus;
import io.openalpha.ops.launch.Tasks;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.StepRecord;
import io.openalpha.run.WholeRun;
import io.openalpha.web.dashboard.page.NoPageException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of runs, and the page of each. */
@Controller
class RunPages {

    private static final int ROWS = 50;
    private static final Duration SHORTEST_KEPT = Duration.ofDays(1);

    private final RunHistory history;
    private final Tasks tasks;
    private final Clock clock;

    RunPages(RunHistory history, Tasks tasks, Clock clock) {
        this.history = history;
        this.tasks = tasks;
        this.clock = clock;
    }

    @InitBinder("filter")
    void readDays(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new DayEditor());
    }

    @GetMapping("/runs")
    String list(@ModelAttribute("filter") RunFilter filter, Model model) {
        List<ExecutionRecord> rows = history.page(filter.query(ROWS + 1, clock.instant()));
        List<ExecutionRecord> page = rows.subList(0, Math.min(ROWS, rows.size()));
        model.addAttribute("rows", page)
                .addAttribute("jobs", JobRequest.JOBS)
                .addAttribute("states", RunFilter.STATES)
                .addAttribute("live", page.stream().anyMatch(row -> row.state().isAtWork()));
        if (rows.size() > ROWS) {
            model.addAttribute("next", filter.following(page.get(ROWS - 1).execution()));
        }
        return "runs";
    }

    @GetMapping("/runs/{run}")
    String run(
            @PathVariable("run") RunId run, @RequestParam(name = "log", defaultValue = "") String text, Model model) {
        List<ExecutionRecord> executions = executions(run);
        List<Task> requests = tasks.ofRun(run);
        if (executions.isEmpty() && (requests.isEmpty() || isForgotten(requests.get(0)))) {
            throw new NoPageException("There is no run %s: it was purged, or never existed.".formatted(run));
        }
        model.addAttribute("run", run.value()).addAttribute("requests", requests);
        if (executions.isEmpty()) {
            return waiting(requests.get(0), model);
        }
        ExecutionRecord whole = WholeRun.of(executions).get(0);
        boolean awaited = requests.stream().limit(1).anyMatch(request -> isAwaited(request, executions.get(0)));
        model.addAttribute("whole", whole)
                .addAttribute("last", executions.get(0))
                .addAttribute("executions", executions)
                .addAttribute("parameters", history.parameters(whole.execution()))
                .addAttribute("failures", FailureGroup.of(history.failures(whole.job(), run)))
                .addAttribute("job", whole.job())
                .addAttribute("startable", JobRequest.JOBS.contains(whole.job()))
                .addAttribute("fields", Map.of("job", whole.job()))
                .addAttribute("awaited", awaited)
                .addAttribute(
                        "pods", tasks.launcher().isCluster() && !whole.state().isDone())
                .addAttribute("live", awaited || whole.state().isAtWork());
        addWay(run, executions, model);
        addLog(whole.job(), run, text.strip(), model);
        return "run";
    }

    /** A part of the page of a run, which the browser asks for by itself, as it may take long to find out. */
    @GetMapping("/runs/{run}/pods")
    String pods(@PathVariable("run") RunId run, Model model) {
        try {
            model.addAttribute("troubles", tasks.troubles(run));
        } catch (LaunchException e) {
            model.addAttribute("troubles", List.of(String.valueOf(e.getMessage())));
        }
        return "run-pods";
    }

    /** Of the job that ran last, where several had a run of this id. */
    private List<ExecutionRecord> executions(RunId run) {
        List<ExecutionRecord> all = history.executions(run);
        return all.stream()
                .filter(execution -> execution.job().equals(all.get(0).job()))
                .toList();
    }

    private void addWay(RunId run, List<ExecutionRecord> executions, Model model) {
        Set<Long> own = executions.stream().map(ExecutionRecord::execution).collect(Collectors.toSet());
        List<StepRecord> steps = history.steps(run).stream()
                .filter(step -> own.contains(step.execution()))
                .toList();
        List<Throughput> throughput =
                Throughput.of(history.samples(executions.get(0).job(), run));
        model.addAttribute("timeline", Timeline.of(steps, clock.instant()))
                .addAttribute("pace", throughput.isEmpty() ? null : Json.MAPPER.writeValueAsString(throughput));
    }

    private void addLog(String job, RunId run, String text, Model model) {
        model.addAttribute("log", history.log(job, run, text)).addAttribute("text", text);
    }

    /** Whether the execution that a request asks for has still to begin, after the last one that there is. */
    private static boolean isAwaited(Task request, ExecutionRecord last) {
        return request.endedAt() == null
                && !last.state().isAtWork()
                && request.requestedAt().isAfter(last.created());
    }

    /** Whether it ended so long ago that its run, which is no longer there, was purged. */
    private boolean isForgotten(Task request) {
        return request.endedAt() != null
                && request.requestedAt().isBefore(clock.instant().minus(SHORTEST_KEPT));
    }

    /** It was asked for, and its process has not reported yet. */
    private String waiting(Task request, Model model) {
        model.addAttribute("request", request)
                .addAttribute("job", request.request().job())
                .addAttribute(
                        "reason",
                        tasks.status(request.id()).map(TaskStatus::reason).orElse(request.note()))
                .addAttribute("pods", tasks.launcher().isCluster())
                .addAttribute("live", request.endedAt() == null);
        return "run-waiting";
    }
}
