/** The template of jobs that ask the sources for many symbols: prefetching, deadline, failures, report. */
@NullMarked
package io.openalpha.jobs.fetch;

import org.jspecify.annotations.NullMarked;
