/** What starts by itself, and who did what. */
@NullMarked
package io.openalpha.web.dashboard.schedule;

import org.jspecify.annotations.NullMarked;
