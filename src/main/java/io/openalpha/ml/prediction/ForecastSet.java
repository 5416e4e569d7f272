package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.PredictionResult.Probability;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What these models say of these features. It does not change.
 *
 * @param bySymbol in the order of symbols; empty if there is no model
 */
record ForecastSet(List<LoadedModel> loaded, NewestRows rows, Map<Symbol, Forecast> bySymbol) {

    static final ForecastSet NONE = new ForecastSet(List.of(), NewestRows.NONE, Map.of());

    static ForecastSet of(List<LoadedModel> loaded, NewestRows rows) {
        if (loaded.isEmpty() || rows.symbols().isEmpty()) {
            return new ForecastSet(loaded, rows, Map.of());
        }
        List<float[]> probabilities = loaded.stream()
                .map(model -> model.trainedModel().probabilities(rows.samples()))
                .toList();
        Map<Symbol, Forecast> bySymbol = new TreeMap<>();
        for (int row = 0; row < rows.symbols().size(); row++) {
            bySymbol.put(rows.symbols().get(row), forecast(loaded, rows, probabilities, row));
        }
        return new ForecastSet(loaded, rows, Collections.unmodifiableMap(bySymbol));
    }

    private static Forecast forecast(List<LoadedModel> loaded, NewestRows rows, List<float[]> probabilities, int row) {
        return Forecast.of(
                rows.days().get(row),
                IntStream.range(0, loaded.size())
                        .mapToObj(model -> new Probability(
                                loaded.get(model).about(), probabilities.get(model)[row]))
                        .toList());
    }

    List<ServingModel> models() {
        return loaded.stream().map(LoadedModel::about).toList();
    }
}
