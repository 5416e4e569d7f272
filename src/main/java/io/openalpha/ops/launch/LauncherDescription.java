package io.openalpha.ops.launch;

/**
 * How this service starts runs.
 *
 * @param kind {@code kubernetes} or {@code process}
 * @param place the namespace, or the host
 */
public record LauncherDescription(String kind, String place) {

    /** Whether runs are started as Jobs of Kubernetes. */
    public boolean isCluster() {
        return kind.equals(KubernetesLauncher.KIND);
    }
}
