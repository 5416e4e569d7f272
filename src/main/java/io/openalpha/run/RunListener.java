package io.openalpha.run;

import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;

/**
 * Looks on while the run of this process works: a bean of this type is told of the beginning and end of the job and of
 * each step.
 */
public interface RunListener extends JobExecutionListener, StepExecutionListener {}
