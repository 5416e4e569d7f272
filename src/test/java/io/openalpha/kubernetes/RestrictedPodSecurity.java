package io.openalpha.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the pod security standard "restricted", for pods of Linux. */
final class RestrictedPodSecurity {

    private final List<String> violations = new ArrayList<>();

    private RestrictedPodSecurity() {}

    static List<String> violations(PodSpec pod) {
        RestrictedPodSecurity rules = new RestrictedPodSecurity();
        rules.checkPod(pod);
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(rules::checkContainer);
        pod.getVolumes().forEach(rules::checkVolume);
        return rules.violations;
    }

    private void checkPod(PodSpec pod) {
        refuse(Boolean.TRUE.equals(pod.getHostNetwork()), "hostNetwork");
        refuse(Boolean.TRUE.equals(pod.getHostPID()), "hostPID");
        refuse(Boolean.TRUE.equals(pod.getHostIPC()), "hostIPC");
        refuse(!Boolean.TRUE.equals(pod.getSecurityContext().getRunAsNonRoot()), "may run as root");
        refuse(Long.valueOf(0).equals(pod.getSecurityContext().getRunAsUser()), "runs as root");
        refuse(pod.getSecurityContext().getSeccompProfile() == null, "no seccomp profile");
        refuse(!pod.getSecurityContext().getSysctls().isEmpty(), "sysctls");
    }

    private void checkContainer(Container container) {
        SecurityContext security = container.getSecurityContext();
        refuse(!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "privilege escalation");
        refuse(Boolean.TRUE.equals(security.getPrivileged()), "privileged");
        refuse(!security.getCapabilities().getDrop().contains("ALL"), "capabilities are kept");
        refuse(!security.getCapabilities().getAdd().isEmpty(), "capabilities are added");
        refuse(container.getPorts().stream().anyMatch(port -> port.getHostPort() != null), "a port of the node");
    }

    private void checkVolume(Volume volume) {
        boolean allowed = volume.getEmptyDir() != null
                || volume.getConfigMap() != null
                || volume.getSecret() != null
                || volume.getProjected() != null
                || volume.getPersistentVolumeClaim() != null;
        refuse(!allowed, "a volume of the node: " + volume.getName());
    }

    private void refuse(boolean violated, String rule) {
        if (violated) {
            violations.add(rule);
        }
    }
}
