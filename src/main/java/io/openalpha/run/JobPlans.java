package io.openalpha.run;

import java.util.List;
import java.util.Optional;

/** Every kind of job that this process can run. */
public final class JobPlans {

    private final List<JobPlan> plans;

    JobPlans(List<JobPlan> plans) {
        this.plans = List.copyOf(plans);
    }

    /** The plan of this name; empty if there is none. */
    public Optional<JobPlan> named(String name) {
        return plans.stream().filter(plan -> plan.name().equals(name)).findFirst();
    }
}
