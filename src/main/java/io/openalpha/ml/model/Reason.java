package io.openalpha.ml.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Who decided about a version, and why.
 *
 * @param who the user, or the job
 * @param why one sentence
 * @param numbers what the decision rests on: an object, empty if it was a person's
 */
public record Reason(String who, String why, JsonNode numbers) {

    /** A decision that rests on no numbers. */
    public static Reason of(String who, String why) {
        return new Reason(who, why, JsonNodeFactory.instance.objectNode());
    }
}
