package io.openalpha.web.dashboard.models;

import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.UnknownVersionException;
import io.openalpha.ml.model.VersionName;
import io.openalpha.web.dashboard.page.NoPageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The list of models, and the page of each version. */
@Controller
class ModelPages {

    private static final int VERSIONS = 200;

    private final ModelTable table;
    private final ModelRegistry registry;
    private final JsonMapper json;

    ModelPages(ModelTable table, ModelRegistry registry, JsonMapper json) {
        this.table = table;
        this.registry = registry;
        this.json = json;
    }

    @GetMapping("/models")
    String list(
            @RequestParam(name = "one", required = false) @Nullable String one,
            @RequestParam(name = "other", required = false) @Nullable String other,
            Model model) {
        List<ModelLine> lines = table.newest(VERSIONS);
        model.addAttribute("lines", lines)
                .addAttribute(
                        "algorithms",
                        lines.stream()
                                .collect(Collectors.groupingBy(
                                        ModelLine::algorithm, LinkedHashMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> view(entry.getKey(), entry.getValue()))
                                .toList())
                .addAttribute("duel", VersionComparison.of(lines, one, other));
        return "models";
    }

    @GetMapping("/models/{version}")
    String version(@PathVariable("version") VersionName name, Model model) {
        ModelVersion version = known(name);
        List<ModelDecision> decisions = registry.decisions(name);
        EvaluationView evaluation = EvaluationView.of(
                version.manifest().evaluation(), name.algorithm().replace('_', ' '));
        model.addAttribute("version", version)
                .addAttribute("name", name.toString())
                .addAttribute("standing", version.standing().name().toLowerCase(java.util.Locale.ROOT))
                .addAttribute("evaluation", evaluation)
                .addAttribute("calibration", evaluation.calibration().isEmpty() ? null : json(evaluation.calibration()))
                .addAttribute("importance", evaluation.importance().isEmpty() ? null : json(evaluation.importance()))
                .addAttribute("years", evaluation.years().isWorthDrawing() ? json(evaluation.years()) : null)
                .addAttribute("decisions", decisions)
                .addAttribute("card", new ModelCard(version, decisions).text());
        return "model";
    }

    private ModelVersion known(VersionName name) {
        try {
            return registry.version(name);
        } catch (UnknownVersionException e) {
            throw new NoPageException("There is no published version %s.".formatted(name));
        }
    }

    private AlgorithmView view(String algorithm, List<ModelLine> versions) {
        Trend trend = Trend.of(versions);
        return new AlgorithmView(
                algorithm,
                versions.stream().filter(ModelLine::serves).findFirst().orElse(null),
                versions,
                trend.isWorthDrawing() ? json(trend) : null);
    }

    private String json(Object value) {
        return Objects.requireNonNull(json.writeValueAsString(value));
    }
}
