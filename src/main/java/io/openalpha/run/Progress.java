package io.openalpha.run;

import java.util.Map;

/**
 * How far a step got.
 *
 * @param position from which the step reads on; empty at the beginning
 * @param items items of all committed chunks
 * @param counts what the step counted, by name
 */
public record Progress(String position, long items, Map<String, Long> counts) {

    static final Progress NONE = new Progress("", 0, Map.of());

    public Progress {
        counts = Map.copyOf(counts);
    }
}
