/** What is stored: coverage, gaps, and each symbol. */
@NullMarked
package io.openalpha.web.dashboard.data;

import org.jspecify.annotations.NullMarked;
