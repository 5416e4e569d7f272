/** One HTTP call to a source, limited in time and size. */
@NullMarked
package io.openalpha.source.http;

import org.jspecify.annotations.NullMarked;
