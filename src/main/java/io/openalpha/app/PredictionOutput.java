package io.openalpha.app;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.Probability;
import io.openalpha.web.view.PredictionView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How predictions are printed. */
final class PredictionOutput {

    private static final int SHOWN = 10;
    private static final int DECIMALS = 4;

    private PredictionOutput() {}

    /** A line of CSV: what one model says of a symbol. */
    record Row(
            String symbol,
            LocalDate asOf,
            boolean stale,
            @Nullable Double probability,
            String algorithm,
            String version,
            double modelProbability,
            String label,
            int horizonDays) {

        static Stream<Row> of(PredictionView all) {
            return all.models().stream()
                    .map(model -> new Row(
                            all.symbol(),
                            all.asOf(),
                            all.stale(),
                            all.probability(),
                            model.algorithm(),
                            model.version(),
                            model.probability(),
                            model.label(),
                            model.horizonDays()));
        }
    }

    /** Those with the highest and the lowest probabilities, the highest first; all of them for programs. */
    static void printExtremes(List<Predicted> predictions, Output output, Terminal terminal) {
        List<Predicted> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(PredictionOutput::height).reversed())
                .toList();
        List<Predicted> shown = new ArrayList<>(sorted);
        if (!output.forPrograms() && shown.size() > 2 * SHOWN) {
            shown.subList(SHOWN, shown.size() - SHOWN).clear();
        }
        print(shown, output, terminal);
    }

    private static double height(Predicted prediction) {
        Double combined = prediction.combined();
        return combined == null ? prediction.probabilities().get(0).value() : combined;
    }

    static void print(List<Predicted> predictions, Output output, Terminal terminal) {
        List<PredictionView> views =
                predictions.stream().map(PredictionView::of).toList();
        if (output.forPrograms()) {
            output.printForPrograms(Row.class, views.stream().flatMap(Row::of).toList(), views);
        } else if (!predictions.isEmpty()) {
            columns(views.get(0)).print(views, terminal.out());
            explain(predictions, terminal);
        }
    }

    /** All predictions are made by the same models. */
    private static Table<PredictionView> columns(PredictionView first) {
        Table<PredictionView> columns = new Table<PredictionView>()
                .left("SYMBOL", PredictionView::symbol)
                .left("AS OF", PredictionView::asOf)
                .right("COMBINED", all -> Cells.decimals(DECIMALS, all.probability()));
        for (int i = 0; i < first.models().size(); i++) {
            int model = i;
            columns.right(
                    first.models().get(i).algorithm().toUpperCase(Locale.ROOT),
                    all -> Cells.decimals(DECIMALS, all.models().get(model).probability()));
        }
        return columns.left("", all -> all.stale() ? "stale" : "");
    }

    private static void explain(List<Predicted> predictions, Terminal terminal) {
        predictions.get(0).probabilities().forEach(probability -> terminal.warn("%s", meaning(probability)));
        if (predictions.stream().anyMatch(Predicted::stale)) {
            terminal.warn("Stale predictions rest on old bars: 'openalpha backfill' fetches newer ones.");
        }
    }

    private static String meaning(Probability probability) {
        LabelSettings label = probability.model().label();
        return "%s: probability of a return %s over %s traded day%s"
                .formatted(
                        probability.model().version(),
                        label.kind() == LabelSettings.Kind.ABOVE_MEDIAN
                                ? "above the median of the day's"
                                : "above zero",
                        label.horizon(),
                        label.horizon() == 1 ? "" : "s");
    }
}
