package io.openalpha.run;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;

/**
 * What looks on while runs work, such as traces.
 *
 * @param registry of Micrometer's observations; {@link ObservationRegistry#NOOP} for none
 */
record RunObservation(ObservationRegistry registry, List<RunListener> listeners) {

    JobBuilder of(JobBuilder job) {
        listeners.forEach(job::listener);
        return job.observationRegistry(registry);
    }

    <I, O> ChunkOrientedStepBuilder<I, O> of(ChunkOrientedStepBuilder<I, O> step) {
        listeners.forEach(listener -> step.listener((StepListener) listener));
        return step.observationRegistry(registry).listener((StepListener) new ChunkObservation<I, O>(registry));
    }

    TaskletStepBuilder of(TaskletStepBuilder step) {
        listeners.forEach(listener -> step.listener((StepExecutionListener) listener));
        return step.observationRegistry(registry);
    }
}
