package io.openalpha.ml.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text under a header. */
record CardTable(List<String> header, List<List<String>> rows) {

    /** What stands for a number that there is not. */
    static final String NONE = "-";

    /** The table, or null when there is nothing in it. */
    static @Nullable CardTable of(List<String> header, List<List<String>> rows) {
        return rows.isEmpty() ? null : new CardTable(header, rows);
    }
}
