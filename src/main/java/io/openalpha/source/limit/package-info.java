/** How many requests a second a source is asked, in one process or in all of them together. */
@NullMarked
package io.openalpha.source.limit;

import org.jspecify.annotations.NullMarked;
