/** What becomes of the models that are to serve, for those who watch the service: audit, health, metrics. */
@NullMarked
package io.openalpha.ops.serving;

import org.jspecify.annotations.NullMarked;
