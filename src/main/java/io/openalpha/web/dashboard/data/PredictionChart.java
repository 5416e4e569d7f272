package io.openalpha.web.dashboard.data;

import io.openalpha.ml.prediction.PastPrediction;
import io.openalpha.ml.prediction.PastPrediction.Realised;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the chart of past predictions draws. All lists but the last are parallel.
 *
 * @param days those of which something was predicted
 * @param returns what happened, null where it is not known
 */
record PredictionChart(List<String> days, List<@Nullable Double> returns, List<Line> lines) {

    /**
     * What one algorithm said.
     *
     * @param probabilities by day; null where it said nothing
     * @param hits whether it was right, by day; null where that is not known
     */
    record Line(String algorithm, List<@Nullable Double> probabilities, List<@Nullable Boolean> hits) {}

    static PredictionChart of(List<PastPrediction> past) {
        TreeMap<String, Double> returns = new TreeMap<>();
        TreeSet<String> days = new TreeSet<>();
        for (PastPrediction said : past) {
            Realised realised = said.realised();
            days.add(said.asOf().toString());
            if (realised != null) {
                returns.putIfAbsent(said.asOf().toString(), realised.forwardReturn());
            }
        }
        return new PredictionChart(
                List.copyOf(days),
                days.stream().<@Nullable Double>map(returns::get).toList(),
                lines(days, past));
    }

    private static List<Line> lines(Collection<String> days, List<PastPrediction> past) {
        Map<String, Map<String, PastPrediction>> byAlgorithm = past.stream()
                .collect(Collectors.groupingBy(
                        said -> said.version().algorithm(),
                        TreeMap::new,
                        Collectors.toMap(said -> said.asOf().toString(), said -> said)));
        return byAlgorithm.entrySet().stream()
                .map(entry -> line(entry.getKey(), days, entry.getValue()))
                .toList();
    }

    private static Line line(String algorithm, Collection<String> days, Map<String, PastPrediction> said) {
        return new Line(
                algorithm,
                days.stream()
                        .<@Nullable Double>map(
                                day -> said.containsKey(day) ? said.get(day).probability() : null)
                        .toList(),
                days.stream().<@Nullable Boolean>map(day -> hit(said.get(day))).toList());
    }

    private static @Nullable Boolean hit(@Nullable PastPrediction said) {
        return (said == null || said.realised() == null) ? null : said.isHit();
    }
}
