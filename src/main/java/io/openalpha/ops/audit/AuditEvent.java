package io.openalpha.ops.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One action, or one attempt.
 *
 * @param id grows from event to event
 * @param at when it was recorded, by the database's clock
 * @param who did it
 * @param what was done, such as {@code train}
 * @param target to what, such as a run or a model version; empty if there is none
 * @param details whatever else is worth knowing, by name; never a secret
 */
public record AuditEvent(
        long id, Instant at, String who, String what, String target, AuditResult result, Map<String, String> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }
}
