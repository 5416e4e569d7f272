/** What a batch command pushes about itself, to a Prometheus push gateway or an OpenTelemetry collector, if it is told to. */
@NullMarked
package io.openalpha.ops.telemetry;

import org.jspecify.annotations.NullMarked;
