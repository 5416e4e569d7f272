package io.openalpha.ops.launch;

import java.time.Instant;

/**
 * Why a pod does not start.
 *
 * @param reason as Kubernetes gives it
 * @param since when the pod was to start
 */
record PodStartFailure(String reason, Instant since) {}
