/**
 * Starts runs of jobs on somebody's request and follows them to their end: as Kubernetes Jobs in a cluster, as processes
 * elsewhere.
 */
@NamedInterface("launch")
@NullMarked
package io.openalpha.admin.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
