package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code task}.
 *
 * @param afterExecution the last execution that the run had before this task; 0 for none
 * @param untilExecution the last execution that can be this task's, because a later task resumed the run
 * @param launcher the kind of launcher that was asked
 * @param handle null until it is known
 * @param note what was seen from outside
 * @param endedAt null until its end was seen from outside
 * @param succeeded whether that end was a good one
 */
record TaskRow(
        TaskId id,
        JobRequest request,
        RunId run,
        String requestedBy,
        Instant requestedAt,
        long afterExecution,
        long untilExecution,
        String launcher,
        @Nullable JobHandle handle,
        String note,
        @Nullable Instant endedAt,
        boolean succeeded) {}
