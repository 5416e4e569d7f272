/** What ran, and what to do about it. */
@NullMarked
package io.openalpha.web.dashboard.runs;

import org.jspecify.annotations.NullMarked;
