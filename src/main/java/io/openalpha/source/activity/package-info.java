/** Requests to the sources and their breakers: counted in memory, stored in the database, read by pages and metrics. */
@NullMarked
package io.openalpha.source.activity;

import org.jspecify.annotations.NullMarked;
