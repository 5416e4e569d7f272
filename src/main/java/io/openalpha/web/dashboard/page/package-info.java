/** What all pages share: the frame, who looks, formats of numbers and times, actions and errors. */
@NullMarked
package io.openalpha.web.dashboard.page;

import org.jspecify.annotations.NullMarked;
