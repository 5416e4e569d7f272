package io.openalpha.web.dashboard.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.prediction.PastPrediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * How often an algorithm was right about a symbol.
 *
 * @param known predictions of which it is known what happened
 * @param hits those of them that were right
 * @param open the others
 * @param usual how often always naming the more frequent outcome would have been right
 */
record TrackRecord(String algorithm, LabelSettings label, int known, int hits, int open, int usual) {

    /** With fewer, the interval is more than a third wide. */
    private static final int FEW = 30;

    private static final double NORMAL_95 = 1.96;

    private record Kind(String algorithm, LabelSettings label) {}

    /** One for each algorithm and each thing that it was trained to foresee. */
    static List<TrackRecord> of(List<PastPrediction> past) {
        return past.stream()
                .collect(groupingBy(
                        said -> new Kind(said.version().algorithm(), said.label()), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static TrackRecord of(Kind kind, List<PastPrediction> past) {
        List<PastPrediction.Realised> known = past.stream()
                .map(PastPrediction::realised)
                .filter(Objects::nonNull)
                .toList();
        int came =
                (int) known.stream().filter(PastPrediction.Realised::cameTrue).count();
        return new TrackRecord(
                kind.algorithm(),
                kind.label(),
                known.size(),
                (int) past.stream().filter(PastPrediction::isHit).count(),
                past.size() - known.size(),
                Math.max(came, known.size() - came));
    }

    /** The share of hits, 0 to 1. */
    public double rate() {
        return (double) hits / known;
    }

    /** The share of hits without a model. */
    public double usualRate() {
        return (double) usual / known;
    }

    /** Lower end of the 95 % interval of the rate, by Wilson. */
    public double low() {
        return middle() - reach();
    }

    /** Its upper end. */
    public double high() {
        return middle() + reach();
    }

    private double middle() {
        return (hits + NORMAL_95 * NORMAL_95 / 2) / (known + NORMAL_95 * NORMAL_95);
    }

    private double reach() {
        double variance = (double) hits * (known - hits) / known + NORMAL_95 * NORMAL_95 / 4;
        return NORMAL_95 * Math.sqrt(variance) / (known + NORMAL_95 * NORMAL_95);
    }

    /** What follows from it, in one sentence. */
    public String verdict() {
        if (known < FEW) {
            return "Too few to tell skill from luck.";
        }
        if (low() > usualRate()) {
            return "More often right than always naming the more frequent outcome.";
        }
        return high() < usualRate()
                ? "Less often right than always naming the more frequent outcome."
                : "Not distinguishable from chance.";
    }

    /** What its probabilities are those of. */
    public String foreseen() {
        return foreseen(label);
    }

    /** What a probability is that of. */
    static String foreseen(LabelSettings label) {
        String compared = label.kind() == LabelSettings.Kind.DIRECTION ? "above 0" : "above the median of all symbols";
        return label.horizon() == 1
                ? "the next return is " + compared
                : "the return of the next %s traded days is %s".formatted(label.horizon(), compared);
    }
}
