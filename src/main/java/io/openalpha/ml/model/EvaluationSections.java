package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.Figures;
import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.Slice;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a model card says of how good the model was out of sample. */
final class EvaluationSections {

    private static final String INTERVALS = "In brackets 95 % intervals, from errors clustered by day.";

    private EvaluationSections() {}

    static Stream<CardSection> of(Assessment assessment) {
        Evaluation model = assessment.model();
        List<Evaluation> all = assessment.evaluations();
        return Stream.of(
                new CardSection("Verdict", assessment.verdict(), null),
                beside("Ranking beside baselines", INTERVALS, CardColumn.RANKING, all),
                beside("Probabilities beside baselines", INTERVALS, CardColumn.PROBABILITIES, all),
                beside("Decile portfolio, basis points a day", "", CardColumn.PORTFOLIO, all),
                slices("Folds", model == null ? List.of() : model.folds()),
                slices("Years", model == null ? List.of() : model.years()),
                calibration(assessment.metrics()),
                importance(assessment.importance()));
    }

    private static CardSection beside(String title, String sentence, List<CardColumn> columns, List<Evaluation> all) {
        return section(title, sentence, columns, all, Evaluation::name, Evaluation::metrics);
    }

    private static CardSection slices(String title, List<Slice> slices) {
        return section(
                title,
                "",
                CardColumn.SLICE,
                slices,
                slice -> "%s, %s to %s".formatted(slice.name(), slice.first(), slice.last()),
                Slice::metrics);
    }

    private static <T> CardSection section(
            String title,
            String sentence,
            List<CardColumn> columns,
            List<T> lines,
            Function<T, String> name,
            Function<T, Metrics> metrics) {
        List<List<String>> rows = lines.stream()
                .map(line -> row(name.apply(line), columns, metrics.apply(line)))
                .filter(row -> row.stream().skip(1).anyMatch(cell -> !cell.equals(CardTable.NONE)))
                .toList();
        List<String> header = Stream.concat(Stream.of(""), columns.stream().map(CardColumn::title))
                .toList();
        List<String> sentences = rows.isEmpty() || sentence.isEmpty() ? List.of() : List.of(sentence);
        return new CardSection(title, sentences, CardTable.of(header, rows));
    }

    private static List<String> row(String name, List<CardColumn> columns, Metrics metrics) {
        return Stream.concat(Stream.of(name), columns.stream().map(column -> column.figure()
                        .apply(metrics)))
                .toList();
    }

    private static CardSection calibration(@Nullable Metrics metrics) {
        List<List<String>> rows = metrics == null
                ? List.of()
                : metrics.calibration().stream()
                        .map(bin -> List.of(
                                Figures.decimals(bin.forecast(), 4),
                                Figures.decimals(bin.frequency(), 4),
                                Figures.count(bin.count())))
                        .toList();
        return new CardSection(
                "Calibration", List.of(), CardTable.of(List.of("Forecast", "Came true", "Forecasts"), rows));
    }

    private static CardSection importance(@Nullable Importance importance) {
        CardTable table = importance == null
                ? null
                : CardTable.of(
                        List.of("Feature", "Lost " + importance.metric()),
                        importance.drops().entrySet().stream()
                                .map(drop -> List.of(drop.getKey(), Figures.decimals(drop.getValue(), 5)))
                                .toList());
        return new CardSection("Importance by permutation", List.of(), table);
    }
}
