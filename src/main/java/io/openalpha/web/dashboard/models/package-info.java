/** Which models there are, how good they are, and which serve. */
@NullMarked
package io.openalpha.web.dashboard.models;

import org.jspecify.annotations.NullMarked;
