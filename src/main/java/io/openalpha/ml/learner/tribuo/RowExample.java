package io.openalpha.ml.learner.tribuo;

import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** One row of the samples, made when Tribuo asks for it. */
final class RowExample extends ArrayExample<Label> {

    /** Features whose names are in ascending order, as Tribuo wants them, so that nothing has to be sorted. */
    RowExample(Label label, String[] names, double[] values) {
        super(label, DEFAULT_WEIGHT, 0);
        this.featureNames = names;
        this.featureValues = values;
        this.size = names.length;
    }

    void copyTo(float[] target, int at) {
        for (int id = 0; id < size; id++) {
            target[at + id] = (float) featureValues[id];
        }
    }
}
