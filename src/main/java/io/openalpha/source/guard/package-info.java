/** What stands between the chain and a source: breaker, retries and limits. */
@NullMarked
package io.openalpha.source.guard;

import org.jspecify.annotations.NullMarked;
