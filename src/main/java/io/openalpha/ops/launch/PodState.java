package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the state of a pod. */
final class PodState {

    /** Reasons to wait that are usual. */
    private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing");

    private PodState() {}

    /**
     * Why a pod does not start.
     *
     * @param reason as Kubernetes gives it
     * @param since when the pod was to start
     */
    record StartFailure(String reason, Instant since) {}

    static Instant created(HasMetadata object) {
        return Instant.parse(object.getMetadata().getCreationTimestamp());
    }

    /** Whether a node has it and none of its containers runs or has ended yet. */
    static boolean isStarting(Pod pod) {
        return pod.getStatus() != null
                && "Pending".equals(pod.getStatus().getPhase())
                && containers(pod).map(ContainerStatus::getState).noneMatch(PodState::hasBegun);
    }

    private static boolean hasBegun(@Nullable ContainerState state) {
        return state != null && (state.getRunning() != null || state.getTerminated() != null);
    }

    static boolean isRunning(Pod pod) {
        return containers(pod)
                .map(ContainerStatus::getState)
                .anyMatch(state -> state != null && state.getRunning() != null);
    }

    /** Why it does not start; empty if it does, or is about to, or has ended. */
    static Optional<StartFailure> startFailure(Pod pod) {
        return Stream.concat(unscheduled(pod), waiting(pod))
                .findFirst()
                .map(reason -> new StartFailure(reason, created(pod)));
    }

    /** How it ended: by Kubernetes, such as when it was evicted, or else by its container; empty if it has not. */
    static Optional<String> end(Pod pod) {
        return endedByKubernetes(pod).or(() -> containerEnd(pod).map(PodState::end));
    }

    /** The same of a pod that did not end well. */
    static Optional<String> failure(Pod pod) {
        return endedByKubernetes(pod)
                .or(() ->
                        containerEnd(pod).filter(end -> end.getExitCode() != 0).map(PodState::end));
    }

    private static Optional<String> endedByKubernetes(Pod pod) {
        return Optional.ofNullable(pod.getStatus())
                .filter(status -> "Failed".equals(status.getPhase()) && status.getReason() != null)
                .map(status -> described(status.getReason(), status.getMessage()));
    }

    private static Optional<ContainerStateTerminated> containerEnd(Pod pod) {
        return containers(pod)
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String end(ContainerStateTerminated terminated) {
        String meaning = "OOMKilled".equals(terminated.getReason())
                ? "OOMKilled: it needed more memory than its limit"
                : ExitCodes.meaning(terminated.getExitCode());
        return described(meaning, terminated.getMessage());
    }

    private static Stream<String> unscheduled(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : pod.getStatus().getConditions().stream()
                        .filter(condition ->
                                "PodScheduled".equals(condition.getType()) && "False".equals(condition.getStatus()))
                        .map(PodState::described);
    }

    private static String described(PodCondition condition) {
        return described(condition.getReason(), condition.getMessage());
    }

    private static Stream<String> waiting(Pod pod) {
        return containers(pod)
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .map(ContainerState::getWaiting)
                .filter(waiting ->
                        waiting != null && waiting.getReason() != null && !USUAL.contains(waiting.getReason()))
                .map(PodState::described);
    }

    private static String described(ContainerStateWaiting waiting) {
        return described(waiting.getReason(), waiting.getMessage());
    }

    static String described(String reason, @Nullable String message) {
        return message == null || message.isBlank() ? reason : reason + ": " + message.strip();
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream());
    }
}
