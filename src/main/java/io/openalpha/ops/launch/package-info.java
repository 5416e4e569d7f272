/**
 * Starts runs of jobs on request and follows them to their end: as Kubernetes Jobs in a cluster, as processes
 * elsewhere.
 */
@NullMarked
package io.openalpha.ops.launch;

import org.jspecify.annotations.NullMarked;
