/** The command line: what a user types, what they see, and how a command ends. */
@NullMarked
package io.openalpha.app;

import org.jspecify.annotations.NullMarked;
