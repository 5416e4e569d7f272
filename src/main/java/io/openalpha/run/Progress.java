package io.openalpha.run;

import java.util.Map;
import java.util.Set;

/**
 * How far a step got.
 *
 * @param position from which the step reads on; empty at the beginning
 * @param ahead names of items behind the position that have ended as well
 * @param items items of all committed chunks
 * @param counts what the step counted, by name
 */
public record Progress(String position, Set<String> ahead, long items, Map<String, Long> counts) {

    /** The count of the items that a run was to do, by its first step. */
    public static final String ASKED = "asked";

    /** Before the beginning. */
    public static final Progress NONE = new Progress("", Set.of(), 0, Map.of());

    public Progress {
        ahead = Set.copyOf(ahead);
        counts = Map.copyOf(counts);
    }
}
