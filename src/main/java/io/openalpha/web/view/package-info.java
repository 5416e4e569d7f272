/** Rows as programs read them, under the same names from the API and from the command line. */
@NullMarked
package io.openalpha.web.view;

import org.jspecify.annotations.NullMarked;
