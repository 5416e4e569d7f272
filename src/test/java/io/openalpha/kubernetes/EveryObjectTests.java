package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for all that is rendered, with every set of values. */
class EveryObjectTests {

    private static final int LONGEST_NAME = 52;
    private static final int LONGEST_HOST_NAME = 63;

    static List<Path> valueSets() {
        return Chart.valueSets();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void meetsTheRestrictedPodSecurityStandard(Path valueSet) {
        assertThat(Pods.of(Chart.with(valueSet))).isNotEmpty().allSatisfy(pod -> assertThat(
                        RestrictedPodSecurity.violations(pod.spec()))
                .as(pod.owner())
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void writesOnlyWhereAVolumeIsAndNeedsWhatItSays(Path valueSet) {
        Manifests manifests = Chart.with(valueSet);
        assertThat(containers(manifests)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/tmp");
            assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void namesObjectsSoThatWhatComesOfThemHasALegalName(Path valueSet) {
        Manifests manifests = Chart.with(valueSet);
        assertThat(manifests.all())
                .extracting(object -> object.getMetadata().getName())
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(LONGEST_NAME));
        assertThat(manifests.all(CronJob.class)).allSatisfy(job -> {
            Integer pods = job.getSpec().getJobTemplate().getSpec().getCompletions();
            String host = job.getMetadata().getName() + "-manual-1234567890-" + (pods == null ? 0 : pods - 1);
            assertThat(host).hasSizeLessThanOrEqualTo(LONGEST_HOST_NAME);
        });
        assertThat(manifests.all())
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName() + " " + hook(object))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void labelsObjectsAndPutsThemIntoTheNamespace(Path valueSet) {
        Manifests manifests = Chart.with(valueSet);
        assertThat(manifests.all())
                .filteredOn(object -> !object.getMetadata().getName().equals("oa-more"))
                .allSatisfy(object -> {
                    assertThat(object.getMetadata().getLabels())
                            .containsKeys(
                                    "app.kubernetes.io/name",
                                    "app.kubernetes.io/instance",
                                    "app.kubernetes.io/component",
                                    "helm.sh/chart");
                    assertThat(object.getMetadata().getNamespace()).isEqualTo(isOfCluster(object) ? null : "market");
                });
    }

    private static String hook(HasMetadata object) {
        return String.valueOf(object.getMetadata().getAnnotations().get("helm.sh/hook"));
    }

    private static boolean isOfCluster(HasMetadata object) {
        return object instanceof ValidatingAdmissionPolicy || object instanceof ValidatingAdmissionPolicyBinding;
    }

    private static List<Container> containers(Manifests manifests) {
        return Pods.of(manifests).stream()
                .map(Pods.Planned::spec)
                .map(PodSpec::getContainers)
                .flatMap(List::stream)
                .toList();
    }
}
