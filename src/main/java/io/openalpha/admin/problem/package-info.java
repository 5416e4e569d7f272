/** Errors as RFC 9457 problem documents. */
@NullMarked
package io.openalpha.admin.problem;

import org.jspecify.annotations.NullMarked;
