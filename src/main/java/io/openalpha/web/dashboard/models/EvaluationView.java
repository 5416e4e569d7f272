package io.openalpha.web.dashboard.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a version fared out of sample, as its page shows it.
 *
 * @param contestants the model first, then the baselines
 * @param verdict in sentences; empty if it was not tested
 * @param calibration lowest forecasts first
 * @param importance the most important features, those first
 * @param years rank IC by calendar year
 * @param control what a model of shuffled labels reaches as AUC; null where it was not measured
 */
record EvaluationView(
        List<Contestant> contestants,
        List<String> verdict,
        List<Bin> calibration,
        List<Feature> importance,
        Trend years,
        @Nullable Double control) {

    private static final int FEATURES = 15;

    /** A model or a baseline. */
    record Contestant(
            String name,
            boolean model,
            @Nullable Score rankIc,
            @Nullable Score auc,
            @Nullable Score accuracy,
            @Nullable Score logLoss) {}

    /** Forecasts of about one height, and how often they came true. */
    record Bin(double forecast, double frequency, long count) {}

    /** What is lost without a feature. */
    record Feature(String name, double value) {}

    static EvaluationView of(JsonNode evaluation, String algorithm) {
        JsonNode model = evaluation.path("model");
        List<Contestant> contestants = new ArrayList<>();
        if (model.isObject()) {
            contestants.add(contestant(model, algorithm, true));
        }
        evaluation
                .path("baselines")
                .valueStream()
                .map(baseline -> contestant(baseline, baseline.path("name").asString(), false))
                .forEach(contestants::add);
        return new EvaluationView(
                contestants,
                evaluation.path("verdict").valueStream().map(JsonNode::asString).toList(),
                bins(model.path("pooled").path("metrics").path("calibration")),
                features(evaluation.path("importance")),
                years(model, evaluation.path("baselines")),
                Score.number(evaluation.path("control").path("auc")));
    }

    private static Contestant contestant(JsonNode evaluation, String name, boolean model) {
        JsonNode metrics = evaluation.path("pooled").path("metrics");
        return new Contestant(
                name,
                model,
                Score.of(metrics.path("rankIc").path("mean")),
                Score.of(metrics.path("auc")),
                Score.of(metrics.path("accuracy")),
                Score.of(metrics.path("logLoss").path("excess")));
    }

    private static List<Bin> bins(JsonNode bins) {
        return bins.valueStream()
                .map(bin -> new Bin(
                        bin.path("forecast").asDouble(),
                        bin.path("frequency").asDouble(),
                        bin.path("count").asLong()))
                .toList();
    }

    private static List<Feature> features(JsonNode importance) {
        return importance
                .valueStream()
                .map(one -> new Feature(
                        one.path("feature").asString(), one.path("aucLoss").asDouble()))
                .sorted(Comparator.comparingDouble(Feature::value).reversed())
                .limit(FEATURES)
                .toList();
    }

    private static Trend years(JsonNode model, JsonNode baselines) {
        return new Trend(
                Trend.LINES,
                model.path("years")
                        .valueStream()
                        .map(year -> new Trend.Point(
                                year.path("name").asString(),
                                Score.of(year.path("metrics").path("rankIc").path("mean")),
                                best(baselines, year.path("name").asString())))
                        .toList());
    }

    private static @Nullable Score best(JsonNode baselines, String year) {
        return baselines
                .valueStream()
                .flatMap(baseline -> baseline.path("years").valueStream())
                .filter(slice -> slice.path("name").asString().equals(year))
                .flatMap(slice -> Stream.ofNullable(
                        Score.of(slice.path("metrics").path("rankIc").path("mean"))))
                .filter(Objects::nonNull)
                .map(score -> new Score(score.value(), null, null))
                .max(Comparator.comparingDouble(Score::value))
                .orElse(null);
    }
}
