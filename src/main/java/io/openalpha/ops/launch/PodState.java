package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
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

    static boolean isRunning(Pod pod) {
        return containers(pod)
                .map(ContainerStatus::getState)
                .anyMatch(state -> state != null && state.getRunning() != null);
    }

    /** Why it does not start; empty if it does, or is about to, or has ended. */
    static Optional<StartFailure> startFailure(Pod pod) {
        return Stream.concat(unscheduled(pod), waiting(pod))
                .findFirst()
                .map(reason ->
                        new StartFailure(reason, Instant.parse(pod.getMetadata().getCreationTimestamp())));
    }

    /** How its container ended; empty if it has not. */
    static Optional<String> end(Pod pod) {
        return containers(pod)
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .findFirst()
                .map(PodState::end);
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

    private static String described(String reason, @Nullable String message) {
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
