package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.springframework.core.NestedExceptionUtils;

/** Says in a sentence why the API server of Kubernetes did not do what it was asked. */
final class KubernetesFailure {

    private KubernetesFailure() {}

    /** The API server's own sentence; or else why there is none. */
    static String reason(KubernetesClientException failure) {
        Status status = failure.getStatus();
        if (status != null
                && status.getMessage() != null
                && !status.getMessage().isBlank()) {
            return status.getMessage().strip();
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String message = cause.getMessage();
        return "the API server does not answer (%s)"
                .formatted(
                        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip());
    }

    /** The same as a failure of what was to be done. */
    static LaunchException of(String what, KubernetesClientException failure) {
        return new LaunchException("%s: %s".formatted(what, reason(failure)), failure);
    }
}
