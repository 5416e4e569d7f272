package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the state of a Kubernetes Job from its conditions, its pods and its events. */
final class JobObserver {

    private final JobPods jobPods;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long a pod that cannot start is given */
    JobObserver(JobPods jobPods, Duration patience, Clock clock) {
        this.jobPods = jobPods;
        this.patience = patience;
        this.clock = clock;
    }

    JobObservation of(Job job) {
        Optional<JobCondition> failed = condition(job, "Failed");
        if (failed.isPresent()) {
            return JobObservation.failed(reason(failed.get()) + podEnd(job));
        }
        if (condition(job, "Complete").isPresent()) {
            return JobObservation.COMPLETED;
        }
        List<Pod> pods = jobPods.of(job);
        if (suspended(job)) {
            return pods.stream().anyMatch(PodState::isRunning)
                    ? JobObservation.running("")
                    : JobObservation.failed("Job %s is suspended: a restart goes on where it stopped"
                            .formatted(job.getMetadata().getName()));
        }
        if (pods.stream().anyMatch(PodState::isRunning)) {
            return JobObservation.running(earlierFailure(pods));
        }
        return startFailure(job, pods).map(this::judged).orElseGet(() -> JobObservation.pending(earlierFailure(pods)));
    }

    /** Why the newest of the pods that failed did; empty if none has. */
    private static String earlierFailure(List<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> PodState.failure(pod).stream())
                .reduce((earlier, later) -> later)
                .map("a pod of its Job failed: %s"::formatted)
                .orElse("");
    }

    static boolean suspended(Job job) {
        return Boolean.TRUE.equals(job.getSpec().getSuspend());
    }

    private JobObservation judged(PodState.StartFailure failure) {
        return failure.since().plus(patience).isBefore(clock.instant())
                ? JobObservation.unstartable(
                        "its pod could not start within %s: %s".formatted(patience, failure.reason()))
                : JobObservation.pending(failure.reason());
    }

    private Optional<PodState.StartFailure> startFailure(Job job, List<Pod> pods) {
        return pods.isEmpty()
                ? jobPods.creationFailure(job)
                : pods.stream()
                        .flatMap(pod -> jobPods.startFailure(pod).stream())
                        .findFirst();
    }

    /** How the container of the newest pod ended, where that is known. */
    private String podEnd(Job job) {
        return jobPods.of(job).stream()
                .flatMap(pod -> PodState.end(pod).stream())
                .reduce((earlier, later) -> later)
                .map(" - "::concat)
                .orElse("");
    }

    private static Optional<JobCondition> condition(Job job, String type) {
        return job.getStatus() == null
                ? Optional.empty()
                : job.getStatus().getConditions().stream()
                        .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                        .findFirst();
    }

    private static String reason(JobCondition failed) {
        return "%s: %s".formatted(failed.getReason(), failed.getMessage());
    }
}
