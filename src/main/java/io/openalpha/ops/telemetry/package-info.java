/**
 * What a batch command pushes about itself, to a Prometheus push gateway or an OpenTelemetry collector, if so
 * configured.
 */
@NullMarked
package io.openalpha.ops.telemetry;

import org.jspecify.annotations.NullMarked;
