/** Errors as RFC 9457 problem documents. */
@NullMarked
package io.openalpha.web.problem;

import org.jspecify.annotations.NullMarked;
