/** The dashboard: pages that show people how the pipeline fares, and let them act. */
@NullMarked
package io.openalpha.web.dashboard;

import org.jspecify.annotations.NullMarked;
