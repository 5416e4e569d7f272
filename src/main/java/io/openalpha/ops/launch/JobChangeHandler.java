package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/** Calls back whenever a Job is created, changed or deleted. */
record JobChangeHandler(Runnable callback) implements ResourceEventHandler<Job> {

    @Override
    public void onAdd(Job job) {
        callback.run();
    }

    @Override
    public void onUpdate(Job before, Job after) {
        callback.run();
    }

    @Override
    public void onDelete(Job job, boolean deletedFinalStateUnknown) {
        callback.run();
    }
}
