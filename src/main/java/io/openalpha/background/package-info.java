/** The thread of everything that is repeated in the background. Knows no other package; every other one may know it. */
@NullMarked
package io.openalpha.background;

import org.jspecify.annotations.NullMarked;
