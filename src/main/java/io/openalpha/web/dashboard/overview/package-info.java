/** The first page: whether all is well, in a sentence. */
@NullMarked
package io.openalpha.web.dashboard.overview;

import org.jspecify.annotations.NullMarked;
