package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that a user asked the service to start or to resume: a row of table {@code task}.
 *
 * @param run the run's id: as {@link JobLauncher#newRun} gave it, or that of an earlier run
 * @param afterExecution the last execution that the run had before this task; 0 for a new run
 * @param untilExecution the last execution that can be this task's, because a later task resumed the run
 * @param launcher the kind of launcher that was asked
 * @param handle null until it is known
 * @param note what was seen from outside; empty when there is nothing to say
 * @param endedAt null until its end was seen from outside
 * @param succeeded whether that end was a good one
 */
public record Task(
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
        boolean succeeded) {

    /** Whether it resumes an earlier run. */
    boolean resumed() {
        return afterExecution > 0;
    }
}
