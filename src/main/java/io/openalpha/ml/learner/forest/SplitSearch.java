package io.openalpha.ml.learner.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Finds the best split of a node among features drawn at random. */
final class SplitSearch {

    private final BinnedSamples samples;
    private final NodeRows rows;
    private final int tried;
    private final int minLeaf;
    private final SplittableRandom random;
    private final int[] features;
    private final long[] histogram = new long[256];

    SplitSearch(BinnedSamples samples, NodeRows rows, ForestSettings settings, SplittableRandom random) {
        this.samples = samples;
        this.rows = rows;
        this.tried = settings.featuresTried(samples.width());
        this.minLeaf = settings.minLeaf();
        this.random = random;
        this.features = new int[samples.width()];
        Arrays.setAll(features, feature -> feature);
    }

    /**
     * The best split of the rows in a range, or null when there is none that leaves enough rows on both sides. When the
     * features drawn allow none, more are drawn.
     */
    @Nullable
    Split best(int from, int to, long total) {
        Split best = null;
        for (int i = 0; i < features.length && (i < tried || best == null); i++) {
            int feature = draw(i);
            Arrays.fill(histogram, 0, samples.cuts(feature) + 1, 0);
            rows.addTo(histogram, samples.column(feature), from, to);
            best = better(best, feature, total);
        }
        return best;
    }

    private int draw(int i) {
        int other = i + random.nextInt(features.length - i);
        int feature = features[other];
        features[other] = features[i];
        features[i] = feature;
        return feature;
    }

    private @Nullable Split better(@Nullable Split known, int feature, long total) {
        double worth = known == null ? -1 : known.worth();
        int bin = -1;
        long left = 0;
        long bestLeft = 0;
        for (int i = 0; i < samples.cuts(feature); i++) {
            left += histogram[i];
            long right = total - left;
            if (histogram[i] != 0 && Mass.count(left) >= minLeaf && Mass.count(right) >= minLeaf) {
                double sum = Mass.worth(left) + Mass.worth(right);
                if (sum > worth) {
                    worth = sum;
                    bin = i;
                    bestLeft = left;
                }
            }
        }
        return bin < 0 ? known : new Split(feature, bin, bestLeft, worth);
    }
}
