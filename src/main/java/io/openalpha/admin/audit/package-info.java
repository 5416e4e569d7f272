/** Who did what: an append-only record. */
@NullMarked
package io.openalpha.admin.audit;

import org.jspecify.annotations.NullMarked;
