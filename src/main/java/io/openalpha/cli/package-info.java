/** The command line: what a user types, what they see, and how a command ends. */
@NullMarked
package io.openalpha.cli;

import org.jspecify.annotations.NullMarked;
