package io.openalpha.ml.learner.forest;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.Artifact;
import io.openalpha.ml.learner.artifact.Scorer;

/** Lets one tree after the other score a block of rows, so that the tree stays in the processor's cache. */
final class ForestScorer implements Scorer {

    private final Forest forest;

    ForestScorer(Artifact artifact, Forest forest) {
        this.forest = forest.onColumns(artifact.columns());
    }

    @Override
    public void score(Samples samples, int from, int to, float[] probabilities) {
        double[] sums = new double[to - from];
        for (int root : forest.roots()) {
            for (int i = from; i < to; i++) {
                sums[i - from] += forest.leaf(root, samples.values(), samples.start(i));
            }
        }
        for (int i = from; i < to; i++) {
            probabilities[i] = (float) (sums[i - from] / forest.roots().length);
        }
    }
}
