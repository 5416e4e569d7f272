/** The history job: daily bars of every symbol, kept complete through splits, gaps, restatements and bad data. */
@NullMarked
package io.openalpha.jobs.backfill;

import org.jspecify.annotations.NullMarked;
