package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/** Calls somebody whenever a Job comes, changes or goes. */
record JobChangeHandler(Runnable somebody) implements ResourceEventHandler<Job> {

    @Override
    public void onAdd(Job job) {
        somebody.run();
    }

    @Override
    public void onUpdate(Job before, Job after) {
        somebody.run();
    }

    @Override
    public void onDelete(Job job, boolean deletedFinalStateUnknown) {
        somebody.run();
    }
}
