/** Who did what: an append-only record. */
@NamedInterface("audit")
@NullMarked
package io.openalpha.admin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
