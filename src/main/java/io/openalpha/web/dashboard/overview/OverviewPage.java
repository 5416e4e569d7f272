package io.openalpha.web.dashboard.overview;

import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ops.launch.JobRequest;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.source.SourceHealthReader;
import io.openalpha.web.dashboard.models.ModelLine;
import io.openalpha.web.dashboard.schedule.Plans;
import io.openalpha.web.dashboard.schedule.SeenPlans;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The state of the whole system, in one sentence and a few figures. */
@Controller
class OverviewPage {

    private static final int RUNS_OF_EACH = 20;

    private final OverviewTable table;
    private final SourceHealthReader sources;
    private final RunHistory runs;
    private final ModelRegistry models;
    private final Plans plans;
    private final Diagnosis diagnosis;
    private final SourceAlerts sourceAlerts;

    OverviewPage(
            OverviewTable table,
            SourceHealthReader sources,
            RunHistory runs,
            ModelRegistry models,
            Plans plans,
            Diagnosis diagnosis,
            SourceAlerts sourceAlerts) {
        this.table = table;
        this.sources = sources;
        this.runs = runs;
        this.models = models;
        this.plans = plans;
        this.diagnosis = diagnosis;
        this.sourceAlerts = sourceAlerts;
    }

    @GetMapping("/")
    String show(Model model) {
        Freshness freshness = table.freshness();
        List<ExecutionRecord> rows = runs.newest(JobRequest.JOBS, RUNS_OF_EACH);
        List<RecentRuns> strips =
                JobRequest.JOBS.stream().map(job -> RecentRuns.of(job, rows)).toList();
        List<ModelLine> serving = models.promoted().stream().map(ModelLine::new).toList();
        List<SourceLine> asked = sources.lastDay().stream().map(SourceLine::of).toList();
        SeenPlans seen = plans.seen();
        List<Alert> alerts = new ArrayList<>(diagnosis.alerts(freshness, strips, serving));
        alerts.addAll(Diagnosis.ofSchedule(seen, rows));
        alerts.addAll(sourceAlerts.of(asked));
        model.addAttribute("freshness", freshness)
                .addAttribute("strips", strips)
                .addAttribute("sources", asked)
                .addAttribute("serving", serving)
                .addAttribute("alerts", alerts)
                .addAttribute("tone", Diagnosis.tone(freshness, alerts))
                .addAttribute("sentence", diagnosis.sentence(freshness, strips, serving, seen));
        return "overview";
    }
}
