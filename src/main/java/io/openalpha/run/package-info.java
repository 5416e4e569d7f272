/**
 * What every job shares: the identity of a run, one run at a time, recovery from crashes, orderly stops, progress, and
 * the outcome as an exit code.
 */
@NullMarked
package io.openalpha.run;

import org.jspecify.annotations.NullMarked;
