package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the pods of Jobs, and what Kubernetes says about both. */
final class JobPods {

    private static final String OF_JOB = "batch.kubernetes.io/job-name";
    /** A volume that cannot be mounted is tried again every two minutes. */
    private static final Duration RECENT = Duration.ofMinutes(3);

    private final KubernetesClient client;
    private final Clock clock;

    JobPods(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Pod> of(Job job) {
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

    /**
     * Why a pod does not start; an event tells where its state does not, such as of a volume that cannot be mounted.
     */
    Optional<PodState.StartFailure> startFailure(Pod pod) {
        return PodState.startFailure(pod)
                .or(() -> PodState.isStarting(pod) ? startFailure(pod, warning(pod)) : Optional.empty());
    }

    /** Why a Job has no pod: where a quota or a policy forbids it, only an event tells. */
    Optional<PodState.StartFailure> creationFailure(Job job) {
        return startFailure(
                job,
                events(job)
                        .filter(event -> "FailedCreate".equals(event.getReason()))
                        .reduce((earlier, later) -> later));
    }

    /** What is wrong with the pods of a Job, a line each, oldest first; a pod that works well has none. */
    List<String> troubles(Job job) {
        List<Pod> pods = of(job);
        return pods.isEmpty()
                ? creationFailure(job).map(PodState.StartFailure::reason).stream()
                        .toList()
                : pods.stream().flatMap(pod -> trouble(pod).stream()).toList();
    }

    private Optional<String> trouble(Pod pod) {
        return PodState.failure(pod)
                .or(() -> startFailure(pod).map(PodState.StartFailure::reason))
                .map(reason -> "%s: %s".formatted(pod.getMetadata().getName(), reason));
    }

    private static Optional<PodState.StartFailure> startFailure(HasMetadata object, Optional<Event> event) {
        return event.map(one -> new PodState.StartFailure(
                PodState.described(one.getReason(), one.getMessage()), PodState.created(object)));
    }

    private Optional<Event> warning(Pod pod) {
        return events(pod)
                .filter(event -> "Warning".equals(event.getType()) && isRecent(event))
                // The state of a pod tells that better, and when it is over.
                .filter(event -> !"FailedScheduling".equals(event.getReason()))
                .reduce((earlier, later) -> later);
    }

    private boolean isRecent(Event event) {
        String last = event.getLastTimestamp();
        return last == null || Instant.parse(last).plus(RECENT).isAfter(clock.instant());
    }

    private Stream<Event> events(HasMetadata object) {
        return client
                .v1()
                .events()
                .inNamespace(object.getMetadata().getNamespace())
                .withField("involvedObject.name", object.getMetadata().getName())
                .list()
                .getItems()
                .stream()
                .filter(event -> object.getMetadata()
                        .getUid()
                        .equals(event.getInvolvedObject().getUid()));
    }
}
