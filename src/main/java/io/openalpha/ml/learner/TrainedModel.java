package io.openalpha.ml.learner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A trained model. It does not change, holds nothing that has to be closed, and may be used by several threads. */
public interface TrainedModel {

    /** The name of the algorithm that trained it. */
    String algorithm();

    /** The features that it was trained on, in the order in which it wants them. */
    List<String> features();

    /**
     * The probabilities that the label is 1, one a row, in the order of the rows. Labels are not looked at.
     *
     * @throws IllegalArgumentException for other features than those of the training, NaN or infinity
     */
    float[] probabilities(Samples samples);

    /** The same model with its probabilities calibrated, instead of as they were calibrated before. */
    TrainedModel calibrated(Calibration calibration);

    /**
     * Writes everything that is needed to read the model back and get the same probabilities, bit for bit. Does not
     * close.
     */
    void writeTo(OutputStream out) throws IOException;

    /** How it came about: settings, seed, rows, versions of the libraries; names and values are plain text. */
    Map<String, String> provenance();
}
