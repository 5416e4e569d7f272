/** Daily bars to and from files, for those who work with them elsewhere or bring their own. */
@NullMarked
package io.openalpha.market.transfer;

import org.jspecify.annotations.NullMarked;
