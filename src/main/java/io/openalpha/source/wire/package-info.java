/** What a source of market data is and how it fails: the contract between the sources and those who ask them. */
@NullMarked
package io.openalpha.source.wire;

import org.jspecify.annotations.NullMarked;
