/** What ran, and what to do about it. */
@NullMarked
package io.openalpha.dashboard.runs;

import org.jspecify.annotations.NullMarked;
