/** Who did what: an append-only record. */
@NullMarked
package io.openalpha.ops.audit;

import org.jspecify.annotations.NullMarked;
