/** Where quotes come from: the chain of sources that are asked one after the other. */
@NullMarked
package io.openalpha.source;

import org.jspecify.annotations.NullMarked;
