/** What all pages share: the frame, who looks, words for numbers and times, acts and errors. */
@NullMarked
package io.openalpha.web.dashboard.page;

import org.jspecify.annotations.NullMarked;
