package io.openalpha.ops.launch;

import io.openalpha.run.RunId;

/**
 * What a launcher is to start.
 *
 * @param run the run's id: as {@link JobLauncher#newRun} gave it, or that of an earlier run
 * @param resumed whether an earlier run is to be resumed
 * @param who asked for it
 */
record LaunchOrder(TaskId task, RunId run, boolean resumed, JobRequest request, String who) {}
