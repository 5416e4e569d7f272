package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees how a Kubernetes Job fares: by its conditions, its pods and the events about it. */
final class JobObserver {

    private static final String OF_JOB = "batch.kubernetes.io/job-name";

    private final KubernetesClient client;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long a pod that cannot start is given */
    JobObserver(KubernetesClient client, Duration patience, Clock clock) {
        this.client = client;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param hopeless whether the Job is to be held, as its pod has not been able to start for too long
     */
    record Seen(JobObservation observation, boolean hopeless) {}

    Seen of(Job job) {
        Optional<JobCondition> failed = condition(job, "Failed");
        if (failed.isPresent()) {
            return seen(JobObservation.failed(reason(failed.get()) + podEnd(job)));
        }
        if (condition(job, "Complete").isPresent()) {
            return seen(JobObservation.COMPLETED);
        }
        List<Pod> pods = pods(job);
        if (suspended(job)) {
            return seen(
                    pods.stream().anyMatch(PodState::isRunning)
                            ? JobObservation.RUNNING
                            : JobObservation.failed("Job %s is suspended: a restart goes on where it stopped"
                                    .formatted(job.getMetadata().getName())));
        }
        if (pods.stream().anyMatch(PodState::isRunning)) {
            return seen(JobObservation.RUNNING);
        }
        return startFailure(job, pods).map(this::judged).orElseGet(() -> seen(JobObservation.pending("")));
    }

    static boolean suspended(Job job) {
        return Boolean.TRUE.equals(job.getSpec().getSuspend());
    }

    private Seen judged(PodState.StartFailure failure) {
        boolean hopeless = failure.since().plus(patience).isBefore(clock.instant());
        return new Seen(
                hopeless
                        ? JobObservation.failed(
                                "its pod could not start within %s: %s".formatted(patience, failure.reason()))
                        : JobObservation.pending(failure.reason()),
                hopeless);
    }

    private Optional<PodState.StartFailure> startFailure(Job job, List<Pod> pods) {
        Stream<PodState.StartFailure> ofPods = pods.stream().flatMap(pod -> PodState.startFailure(pod).stream());
        return ofPods.findFirst().or(() -> pods.isEmpty() ? creationFailure(job) : Optional.empty());
    }

    /** Where a quota or a policy forbids the pod, only an event tells. */
    private Optional<PodState.StartFailure> creationFailure(Job job) {
        return client
                .v1()
                .events()
                .inNamespace(job.getMetadata().getNamespace())
                .withField("involvedObject.name", job.getMetadata().getName())
                .list()
                .getItems()
                .stream()
                .filter(event -> "FailedCreate".equals(event.getReason()))
                .filter(event -> job.getMetadata()
                        .getUid()
                        .equals(event.getInvolvedObject().getUid()))
                .reduce((earlier, later) -> later)
                .map(Event::getMessage)
                .map(message -> new PodState.StartFailure(
                        "FailedCreate: " + message,
                        Instant.parse(job.getMetadata().getCreationTimestamp())));
    }

    /** How the container of the newest pod ended, where that is known. */
    private String podEnd(Job job) {
        return pods(job).stream()
                .flatMap(pod -> PodState.end(pod).stream())
                .reduce((earlier, later) -> later)
                .map(" - "::concat)
                .orElse("");
    }

    /** Oldest first. */
    private List<Pod> pods(Job job) {
        return client
                .pods()
                .inNamespace(job.getMetadata().getNamespace())
                .withLabel(OF_JOB, job.getMetadata().getName())
                .list()
                .getItems()
                .stream()
                .sorted(Comparator.comparing(
                        pod -> String.valueOf(pod.getMetadata().getCreationTimestamp())))
                .toList();
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

    private static Seen seen(JobObservation observation) {
        return new Seen(observation, false);
    }
}
