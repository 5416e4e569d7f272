package io.openalpha.ml.learner.artifact;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tribuo numbers features in the order of their names. */
public final class FeatureOrder {

    private FeatureOrder() {}

    /** For each of Tribuo's numbers the place of that feature in the list. */
    public static int[] columns(List<String> features) {
        return IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparing(features::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
