package io.openalpha.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.Probability;
import io.openalpha.ml.prediction.ServingModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How predictions are printed: a table for people, JSON or CSV for programs. */
final class PredictionFormat {

    private static final int SHOWN = 10;
    private static final double STEPS = 1e6;
    private static final String COLUMN = "  %16s";

    @ArgGroup
    private @Nullable ForPrograms forPrograms;

    /** Prints all for programs, and for people those with the highest and lowest probabilities, the highest first. */
    void printExtremes(List<Predicted> predictions, CommandLine terminal) throws IOException {
        List<Predicted> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(PredictionFormat::height).reversed())
                .toList();
        if (forPrograms != null || sorted.size() <= 2 * SHOWN) {
            print(sorted, terminal);
            return;
        }
        List<Predicted> extremes = new ArrayList<>(sorted.subList(0, SHOWN));
        extremes.addAll(sorted.subList(sorted.size() - SHOWN, sorted.size()));
        print(extremes, terminal);
    }

    private static double height(Predicted prediction) {
        Double combined = prediction.combined();
        return combined == null ? prediction.probabilities().get(0).value() : combined;
    }

    void print(List<Predicted> predictions, CommandLine terminal) throws IOException {
        PrintWriter out = terminal.getOut();
        if (forPrograms != null && forPrograms.json) {
            PrettyJson.print(predictions.stream().map(WirePrediction::of).toList(), out);
        } else if (forPrograms != null) {
            printCsv(predictions, out);
        } else if (!predictions.isEmpty()) {
            printTable(predictions, out);
            explain(predictions, terminal.getErr());
        }
        out.flush();
    }

    private static void printTable(List<Predicted> predictions, PrintWriter out) {
        out.printf(Locale.ROOT, "%-10s  %-10s" + COLUMN, "SYMBOL", "AS OF", "COMBINED");
        predictions
                .get(0)
                .probabilities()
                .forEach(probability ->
                        out.printf(Locale.ROOT, COLUMN, algorithm(probability).toUpperCase(Locale.ROOT)));
        out.println();
        for (Predicted prediction : predictions) {
            out.printf(
                    Locale.ROOT,
                    "%-10s  %-10s" + COLUMN,
                    prediction.symbol(),
                    prediction.asOf(),
                    shown(prediction.combined()));
            prediction
                    .probabilities()
                    .forEach(probability -> out.printf(Locale.ROOT, COLUMN, shown(probability.value())));
            out.println(prediction.stale() ? "  stale" : "");
        }
    }

    private static void explain(List<Predicted> predictions, PrintWriter err) {
        predictions
                .get(0)
                .probabilities()
                .forEach(probability -> err.println("%s: probability of a return %s over %s traded day%s"
                        .formatted(
                                probability.model().version(),
                                meaning(probability.model().label().kind()),
                                probability.model().label().horizon(),
                                probability.model().label().horizon() == 1 ? "" : "s")));
        if (predictions.stream().anyMatch(Predicted::stale)) {
            err.println("What is stale rests on old bars: 'openalpha backfill' fetches newer ones.");
        }
        err.flush();
    }

    private static String meaning(LabelSettings.Kind kind) {
        return kind == LabelSettings.Kind.ABOVE_MEDIAN ? "above the median of the day's" : "above zero";
    }

    private static void printCsv(List<Predicted> predictions, PrintWriter out) throws IOException {
        CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180);
        rows.printRecord("symbol", "as_of", "stale", "combined", "version", "probability");
        for (Predicted prediction : predictions) {
            for (Probability probability : prediction.probabilities()) {
                rows.printRecord(
                        prediction.symbol(),
                        prediction.asOf(),
                        prediction.stale(),
                        rounded(prediction.combined()),
                        probability.model().version(),
                        rounded(probability.value()));
            }
        }
    }

    private static String algorithm(Probability probability) {
        return probability.model().version().algorithm();
    }

    private static String shown(@Nullable Double probability) {
        return probability == null ? "-" : String.format(Locale.ROOT, "%.4f", probability);
    }

    /** A model knows no more decimals. */
    private static @Nullable Double rounded(@Nullable Double probability) {
        return probability == null ? null : Math.rint(probability * STEPS) / STEPS;
    }

    /** One form or the other. */
    private static final class ForPrograms {

        @Option(names = "--json", description = "Print the predictions as JSON on standard output.")
        private boolean json;

        @Option(names = "--csv", description = "Print them as CSV on standard output, one line a symbol and model.")
        @SuppressWarnings("UnusedVariable") // what is not JSON is CSV
        private boolean csv;
    }

    /** A prediction as programs read it. */
    private record WirePrediction(
            String symbol,
            @JsonProperty("as_of") String asOf,
            boolean stale,
            @Nullable Double combined,
            List<WireModel> models) {

        static WirePrediction of(Predicted prediction) {
            return new WirePrediction(
                    prediction.symbol().name(),
                    prediction.asOf().toString(),
                    prediction.stale(),
                    rounded(prediction.combined()),
                    prediction.probabilities().stream().map(WireModel::of).toList());
        }
    }

    private record WireModel(
            String version,
            String label,
            int horizon,
            @Nullable Double probability) {

        static WireModel of(Probability probability) {
            ServingModel model = probability.model();
            return new WireModel(
                    model.version().toString(),
                    model.label().kind().name().toLowerCase(Locale.ROOT),
                    model.label().horizon(),
                    rounded(probability.value()));
        }
    }
}
