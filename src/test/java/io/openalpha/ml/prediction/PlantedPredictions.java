package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.Probability;
import io.openalpha.ml.prediction.PredictionTable.Settled;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Predictions of past days with outcomes, most of which came true or did not. */
public final class PlantedPredictions {

    private static final ServingModel FOREST = new ServingModel(
            VersionName.parse("random_forest_20260101_020000"), new LabelSettings(LabelSettings.Kind.ABOVE_MEDIAN, 1));

    private final PredictionTable table;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private PlantedPredictions(JdbcClient jdbc) {
        table = new PredictionTable(jdbc);
    }

    /** Of the enabled symbols KO, of which enough is known to tell skill from luck, and AMZN. */
    public static void in(JdbcClient jdbc) {
        PlantedPredictions planted = new PlantedPredictions(jdbc);
        planted.add("KO", 40, 24);
        planted.add("AMZN", 3, 2);
    }

    /** One a day up to today, the last of which is open. */
    private void add(String symbol, int known, int hits) {
        List<Settled> outcomes = new ArrayList<>();
        for (int day = 0; day <= known; day++) {
            LocalDate asOf = today.minusDays(known - day);
            // Hits are spread over the days.
            boolean hit = day * hits / known != (day + 1) * hits / known;
            boolean above = day % 3 != 0;
            double probability = 0.5 + (above ? 0.01 : -0.01) + 0.0009 * (day % 7);
            Probability forecast = new Probability(FOREST, probability);
            table.add(
                    List.of(new Predicted(new Symbol(symbol), asOf, false, List.of(forecast), null)),
                    asOf.atStartOfDay(ZoneOffset.UTC).plus(Duration.ofHours(23)).toInstant());
            if (day < known) {
                float size = 0.003f * (day % 5 + 1);
                boolean cameTrue = hit == above;
                outcomes.add(new Settled(symbol, asOf, cameTrue ? size : -size, cameTrue, asOf.plusDays(2)));
            }
        }
        table.settle(FOREST.label(), outcomes);
    }
}
