package io.openalpha.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pods that come of manifests, whatever makes them. */
final class Pods {

    private Pods() {}

    /**
     * A pod to be.
     *
     * @param owner the kind and name of what makes it
     */
    record Planned(String owner, Map<String, String> labels, PodSpec spec) {}

    static List<Planned> of(Manifests manifests) {
        return manifests.all().stream().flatMap(Pods::of).toList();
    }

    private static Stream<Planned> of(HasMetadata object) {
        if (object instanceof Pod pod) {
            return Stream.of(planned(object, pod.getMetadata().getLabels(), pod.getSpec()));
        }
        var template =
                switch (object.getKind()) {
                    case "Deployment" -> ((Deployment) object).getSpec().getTemplate();
                    case "StatefulSet" -> ((StatefulSet) object).getSpec().getTemplate();
                    case "Job" -> ((Job) object).getSpec().getTemplate();
                    case "CronJob" ->
                        ((CronJob) object).getSpec().getJobTemplate().getSpec().getTemplate();
                    default -> null;
                };
        return template == null
                ? Stream.empty()
                : Stream.of(planned(object, template.getMetadata().getLabels(), template.getSpec()));
    }

    private static Planned planned(HasMetadata object, Map<String, String> labels, PodSpec spec) {
        return new Planned(object.getKind() + " " + object.getMetadata().getName(), labels, spec);
    }
}
