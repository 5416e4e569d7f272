package io.openalpha.ml.prediction;

import io.openalpha.ml.prediction.PredictionResult.Probability;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models say of one symbol.
 *
 * @param asOf day of its features
 * @param combined the mean; null where the models foresee different things
 */
record Forecast(
        LocalDate asOf,
        List<Probability> probabilities,
        @Nullable Double combined) {

    static Forecast of(LocalDate asOf, List<Probability> probabilities) {
        long kinds = probabilities.stream()
                .map(probability -> probability.model().label())
                .distinct()
                .count();
        double mean =
                probabilities.stream().mapToDouble(Probability::value).average().orElse(Double.NaN);
        return new Forecast(asOf, probabilities, kinds == 1 ? mean : null);
    }
}
