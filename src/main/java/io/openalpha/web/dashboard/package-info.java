/** The dashboard: pages that show the state of the pipeline, and controls. */
@NullMarked
package io.openalpha.web.dashboard;

import org.jspecify.annotations.NullMarked;
