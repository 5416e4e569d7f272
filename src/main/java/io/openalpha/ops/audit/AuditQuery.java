package io.openalpha.ops.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which events to list, newest first.
 *
 * @param who of this user only
 * @param what of this action only
 * @param before older than the event of this number: the last one of the page before
 * @param limit at most so many, 1 or more
 */
public record AuditQuery(
        @Nullable String who,
        @Nullable String what,
        @Nullable Long before,
        int limit) {

    /** The newest events of all. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(null, null, null, limit);
    }
}
