package io.openalpha.ml.feature;

import java.util.List;

/**
 * The features of a row, in the order of their columns. A model fits only the version that it was trained on.
 */
public final class FeatureSet {

    /** Changes whenever a feature comes, goes, moves or is computed in another way. */
    public static final String VERSION = "1";

    /**
     * Bars that a row is computed from, its own included; the longest plain look-back is 61. Exponential averages begin
     * anew at the first of them: what is older would weigh 0.2 % at most, and so a row is the same however far back
     * bars are loaded.
     */
    public static final int LOOK_BACK = 100;

    /**
     * Calendar days that these bars may lie in, normally 146 at most: a sixth of them may be missing. The bars of so
     * many days are enough for the rows of the last one.
     */
    public static final int LOOK_BACK_DAYS = 170;

    private static final List<Feature> FEATURES = List.of(Feature.values());

    private FeatureSet() {}

    /** All features. */
    public static List<Feature> features() {
        return FEATURES;
    }

    /** How many there are: the columns of a row. */
    public static int width() {
        return FEATURES.size();
    }

    /** The column of a feature, counted from 0. */
    public static int column(Feature feature) {
        return FEATURES.indexOf(feature);
    }

    /** Their names. */
    public static List<String> labels() {
        return FEATURES.stream().map(Feature::label).toList();
    }
}
