/** The history job: daily bars of every symbol, kept complete and right through splits, gaps, restatements and bad data. */
@NullMarked
package io.openalpha.jobs.backfill;

import org.jspecify.annotations.NullMarked;
