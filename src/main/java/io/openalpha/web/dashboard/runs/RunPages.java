package io.openalpha.web.dashboard.runs;

import io.openalpha.ops.launch.JobRequest;
import io.openalpha.run.RunId;
import io.openalpha.web.dashboard.page.NoPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The list of runs, and the page of each. */
@Controller
class RunPages {

    private static final int ROWS = 50;

    private final RunTable table;
    private final RunDetails details;
    private final JsonMapper json;
    private final Clock clock;

    RunPages(RunTable table, RunDetails details, JsonMapper json, Clock clock) {
        this.table = table;
        this.details = details;
        this.json = json;
        this.clock = clock;
    }

    @InitBinder("filter")
    void readDays(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new DayEditor());
    }

    @GetMapping("/runs")
    String list(@ModelAttribute("filter") RunFilter filter, Model model) {
        List<RunRow> rows = table.page(filter, ROWS + 1);
        List<RunRow> page = rows.subList(0, Math.min(ROWS, rows.size()));
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
        List<RunRow> executions = table.executions(run);
        List<Request> requests = details.requests(run);
        if (executions.isEmpty() && (requests.isEmpty() || requests.get(0).isForgotten(clock.instant()))) {
            throw new NoPageException("There is no run %s: it was purged, or never was.".formatted(run));
        }
        model.addAttribute("run", run.value()).addAttribute("requests", requests);
        if (executions.isEmpty()) {
            return waiting(requests.get(0), model);
        }
        RunRow last = ShardSum.of(executions);
        List<RunStep> steps = details.steps(run, last.state().isAtWork());
        Map<String, String> parameters = details.parameters(last.execution());
        List<Throughput> throughput = details.pace(last.job(), run);
        model.addAttribute("log", details.log(last.job(), run, text.strip()))
                .addAttribute("text", text.strip())
                .addAttribute("pace", throughput.isEmpty() ? null : json.writeValueAsString(throughput));
        boolean awaited = requests.stream().limit(1).anyMatch(request -> request.awaitsMoreThan(last));
        model.addAttribute("last", last)
                .addAttribute("executions", executions)
                .addAttribute("steps", steps)
                .addAttribute("timeline", Timeline.of(steps, clock.instant()))
                .addAttribute("parameters", parameters)
                .addAttribute("failures", details.failures(last.job(), run))
                .addAttribute("job", last.job())
                .addAttribute("startable", JobRequest.JOBS.contains(last.job()))
                .addAttribute("fields", Map.of("job", last.job()))
                .addAttribute("awaited", awaited)
                .addAttribute("live", awaited || last.state().isAtWork());
        return "run";
    }

    /** It was asked for, and its process has not said a word yet. */
    private static String waiting(Request request, Model model) {
        model.addAttribute("request", request)
                .addAttribute("job", request.job())
                .addAttribute("live", request.isWaiting());
        return "run-waiting";
    }
}
