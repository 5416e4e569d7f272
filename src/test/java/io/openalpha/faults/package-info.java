/** Faults to order, and a harness that throws them at the real program. */
@NullMarked
package io.openalpha.faults;

import org.jspecify.annotations.NullMarked;
