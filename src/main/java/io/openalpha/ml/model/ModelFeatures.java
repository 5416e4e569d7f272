package io.openalpha.ml.model;

import java.util.List;

/**
 * The features of a model.
 *
 * @param version raised when a feature's formula changes; a model may only be asked with features of its own version
 * @param names in the order of the model's input
 */
public record ModelFeatures(int version, List<String> names) {

    public ModelFeatures {
        names = List.copyOf(names);
    }
}
