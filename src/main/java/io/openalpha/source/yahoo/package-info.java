/** Yahoo Finance's chart endpoint as a source of quotes. */
@NullMarked
package io.openalpha.source.yahoo;

import org.jspecify.annotations.NullMarked;
