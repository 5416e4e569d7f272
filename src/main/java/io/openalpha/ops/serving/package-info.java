/** Audit, health and metrics of the models that serve. */
@NullMarked
package io.openalpha.ops.serving;

import org.jspecify.annotations.NullMarked;
