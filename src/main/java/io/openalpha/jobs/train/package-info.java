/** The job {@code train}: dataset, walk-forward evaluation, final models, publication, promotion and pruning. */
@NullMarked
package io.openalpha.jobs.train;

import org.jspecify.annotations.NullMarked;
