package io.openalpha.ml.learner.artifact;

import io.openalpha.ml.learner.Samples;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Brings each feature to mean 0 and standard deviation 1 and clips what lies far out, as learned from the samples of a
 * training. A feature that never changes becomes 0.
 */
public final class Scaling {

    /** Standard deviations beyond which a value counts as no further away. */
    static final float CLIP = 5;

    private final float[] means;
    private final float[] factors;

    private Scaling(float[] means, float[] factors) {
        this.means = means;
        this.factors = factors;
    }

    /** Leaves everything as it is. */
    public static Scaling none() {
        return new Scaling(new float[0], new float[0]);
    }

    /**
     * Means and standard deviations of the samples' features, in one pass after Welford, who does not subtract large
     * numbers from each other.
     */
    public static Scaling of(Samples samples) {
        int width = samples.width();
        double[] means = new double[width];
        double[] squares = new double[width];
        for (int row = 0; row < samples.size(); row++) {
            double share = 1.0 / (row + 1);
            for (int feature = 0; feature < width; feature++) {
                double value = samples.value(row, feature);
                double distance = value - means[feature];
                means[feature] += distance * share;
                squares[feature] += distance * (value - means[feature]);
            }
        }
        Scaling scaling = new Scaling(new float[width], new float[width]);
        for (int feature = 0; feature < width; feature++) {
            double deviation = Math.sqrt(squares[feature] / samples.size());
            scaling.means[feature] = (float) means[feature];
            scaling.factors[feature] = deviation > 0 ? (float) (1 / deviation) : 0;
        }
        return scaling;
    }

    /** Number of features that it knows, 0 for none. */
    public int width() {
        return means.length;
    }

    /** The scaled value of a feature. */
    public float apply(int feature, float value) {
        return means.length == 0 ? value : Math.max(-CLIP, Math.min(CLIP, (value - means[feature]) * factors[feature]));
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(means.length);
        for (int i = 0; i < means.length; i++) {
            out.writeFloat(means[i]);
            out.writeFloat(factors[i]);
        }
    }

    static Scaling readFrom(DataInputStream in) throws IOException {
        int width = in.readInt();
        if (width < 0 || width > in.available() / Float.BYTES / 2) {
            throw new IOException("a scaling of " + width + " features");
        }
        Scaling scaling = new Scaling(new float[width], new float[width]);
        for (int i = 0; i < width; i++) {
            scaling.means[i] = in.readFloat();
            scaling.factors[i] = in.readFloat();
        }
        return scaling;
    }
}
