package io.openalpha.ops.launch;

/**
 * Identifies what a launcher started.
 *
 * @param name which later ones may bear, too: of a Kubernetes Job, or {@code host/number} of a process
 * @param identity which no other has: the Job's uid, or the instant at which the process started
 */
record JobHandle(String name, String identity) {}
