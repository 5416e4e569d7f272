/** What jobs share that ask the sources for many symbols: fetches ahead of the chunk, pace, deadline, failures, verdict. */
@NullMarked
package io.openalpha.jobs.fetch;

import org.jspecify.annotations.NullMarked;
