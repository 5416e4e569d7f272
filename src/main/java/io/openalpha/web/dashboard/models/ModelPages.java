package io.openalpha.web.dashboard.models;

import io.openalpha.format.Json;
import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.evaluation.Metrics;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of models, and the page of each version. */
@Controller
class ModelPages {

    private final ModelRegistry registry;

    ModelPages(ModelRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/models")
    String list(
            @RequestParam(name = "one", required = false) @Nullable String one,
            @RequestParam(name = "other", required = false) @Nullable String other,
            Model model) {
        List<ModelLine> lines = registry.versions().stream().map(ModelLine::new).toList();
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
                .addAttribute("comparison", VersionComparison.of(lines, one, other));
        return "models";
    }

    @GetMapping("/models/{version}")
    String version(@PathVariable("version") VersionName name, Model model) {
        ModelVersion version = known(name);
        List<ModelDecision> decisions = registry.decisions(name);
        Assessment assessment = version.manifest().evaluation();
        Metrics metrics = assessment.metrics();
        model.addAttribute("version", version)
                .addAttribute("name", name.toString())
                .addAttribute("standing", version.standing().word())
                .addAttribute("assessment", assessment)
                .addAttribute("calibration", json(metrics == null ? List.of() : metrics.calibration()))
                .addAttribute("importance", json(bars(assessment.importance())))
                .addAttribute("years", json(Trend.ofYears(assessment)))
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
        return new AlgorithmView(
                algorithm,
                versions.stream().filter(ModelLine::serves).findFirst().orElse(null),
                versions,
                json(Trend.ofVersions(versions)));
    }

    private static List<Bar> bars(@Nullable Importance importance) {
        return importance == null
                ? List.of()
                : importance.drops().entrySet().stream()
                        .map(drop -> new Bar(drop.getKey(), drop.getValue()))
                        .toList();
    }

    private @Nullable String json(Trend trend) {
        return trend.isWorthDrawing() ? Json.MAPPER.writeValueAsString(trend) : null;
    }

    private @Nullable String json(List<?> values) {
        return values.isEmpty() ? null : Json.MAPPER.writeValueAsString(values);
    }

    /** A bar of a chart. */
    private record Bar(String name, double value) {}
}
