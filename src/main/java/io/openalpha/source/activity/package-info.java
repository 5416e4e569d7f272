/** What a process sees of the sources while it works: counted in memory, kept in the database, read by whoever wants to know. */
@NullMarked
package io.openalpha.source.activity;

import org.jspecify.annotations.NullMarked;
