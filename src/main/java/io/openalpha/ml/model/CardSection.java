package io.openalpha.ml.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a model card: sentences, and then a table if there is one. */
record CardSection(
        String title, List<String> sentences, @Nullable CardTable table) {

    boolean isEmpty() {
        return sentences.isEmpty() && table == null;
    }
}
