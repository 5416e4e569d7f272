package io.openalpha.ml.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a model card says of how the model fared out of sample. It reads what is there: fields {@code model} and
 * {@code baselines} as the evaluation's comparison writes them, sentences in {@code verdict}, and in {@code importance} the
 * {@code metric} and by feature, in {@code drops}, how much of it is lost when the feature's values are shuffled.
 */
final class EvaluationSections {

    private static final int DECIMALS = 4;
    private static final String INTERVALS = "In brackets 95 % intervals, from errors clustered by day.";

    private EvaluationSections() {}

    static Stream<CardSection> of(JsonNode evaluation) {
        JsonNode model = evaluation.path("model");
        List<JsonNode> all = Stream.concat(Stream.of(model), elements(evaluation.path("baselines")))
                .filter(JsonNode::isObject)
                .toList();
        return Stream.of(
                new CardSection("Verdict", sentences(evaluation.path("verdict")), null),
                section("Ranking beside baselines", INTERVALS, Columns.RANKING, all),
                section("Probabilities beside baselines", INTERVALS, Columns.PROBABILITIES, all),
                section("Decile portfolio, basis points a day", "", Columns.PORTFOLIO, all),
                slices("Folds", model.path("folds")),
                slices("Years", model.path("years")),
                calibration(model.path("pooled").path("metrics").path("calibration")),
                importance(evaluation.path("importance")));
    }

    private static List<String> sentences(JsonNode verdict) {
        return elements(verdict).map(JsonNode::asString).toList();
    }

    private static CardSection section(
            String title, String sentence, List<Columns.Column> columns, List<JsonNode> forecasters) {
        return table(
                title, sentence, columns, forecasters, it -> it.path("name").asString("?"), it -> it.path("pooled")
                        .path("metrics"));
    }

    private static CardSection slices(String title, JsonNode slices) {
        return table(
                title,
                "",
                Columns.SLICE,
                elements(slices).toList(),
                EvaluationSections::slice,
                it -> it.path("metrics"));
    }

    private static String slice(JsonNode slice) {
        return "%s, %s to %s"
                .formatted(
                        slice.path("name").asString("?"),
                        slice.path("first").asString("?"),
                        slice.path("last").asString("?"));
    }

    private static CardSection table(
            String title,
            String sentence,
            List<Columns.Column> columns,
            List<JsonNode> lines,
            Function<JsonNode, String> name,
            Function<JsonNode, JsonNode> metrics) {
        List<List<String>> rows = lines.stream()
                .map(line -> Stream.concat(
                                Stream.of(name.apply(line)),
                                columns.stream().map(column -> column.figure(metrics.apply(line))))
                        .toList())
                .filter(row -> row.stream().skip(1).anyMatch(cell -> !cell.equals(CardTable.NONE)))
                .toList();
        List<String> header = Stream.concat(Stream.of(""), columns.stream().map(Columns.Column::title))
                .toList();
        List<String> sentences = rows.isEmpty() || sentence.isEmpty() ? List.of() : List.of(sentence);
        return new CardSection(title, sentences, CardTable.of(header, rows));
    }

    private static CardSection calibration(JsonNode bins) {
        List<List<String>> rows = elements(bins)
                .map(bin -> List.of(
                        Figure.number(bin.path("forecast"), DECIMALS),
                        Figure.number(bin.path("frequency"), DECIMALS),
                        Figure.count(bin.path("count"))))
                .toList();
        return new CardSection(
                "Calibration", List.of(), CardTable.of(List.of("Forecast", "Came true", "Forecasts"), rows));
    }

    private static CardSection importance(JsonNode importance) {
        List<List<String>> rows = importance.path("drops").properties().stream()
                .sorted(Comparator.comparingDouble(drop -> -drop.getValue().asDouble()))
                .map(drop -> List.of(drop.getKey(), Figure.number(drop.getValue(), 5)))
                .toList();
        String lost = "Lost " + importance.path("metric").asString("");
        return new CardSection(
                "Importance by permutation", List.of(), CardTable.of(List.of("Feature", lost.strip()), rows));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
