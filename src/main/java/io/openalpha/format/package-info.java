/**
 * JSON, CSV and plain texts as every part of OpenAlpha writes them. Knows no other package; every other one may know
 * it.
 */
@NullMarked
package io.openalpha.format;

import org.jspecify.annotations.NullMarked;
