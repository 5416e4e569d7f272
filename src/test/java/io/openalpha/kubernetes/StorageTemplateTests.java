package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates of the volume for models, and of the database for trying out. */
class StorageTemplateTests {

    @Test
    void keepsModelsInAVolumeThatOnlyTrainingsWrite() {
        Manifests manifests = Chart.with();

        assertThat(manifests
                        .the(PersistentVolumeClaim.class, "oa-openalpha-models")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("helm.sh/resource-policy", "keep");
        assertThat(mount(manifests.podOf("train")).getReadOnly()).isNull();
        assertThat(mount(serve(manifests).getSpec().getTemplate().getSpec()).getReadOnly())
                .isTrue();
        assertThat(mounts(manifests.podOf("collect")))
                .extracting(VolumeMount::getName)
                .containsExactly("tmp");
    }

    @Test
    void keepsWhoSharesAVolumeOfOneNodeOnIt() {
        Manifests manifests = Chart.with();

        assertThat(serve(manifests).getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(manifests
                        .podOf("train")
                        .getAffinity()
                        .getPodAffinity()
                        .getRequiredDuringSchedulingIgnoredDuringExecution()
                        .get(0)
                        .getLabelSelector()
                        .getMatchLabels())
                .isEqualTo(serve(manifests).getSpec().getSelector().getMatchLabels());
        assertThat(Chart.with("models.persistence.accessMode=ReadWriteMany")
                        .podOf("train")
                        .getAffinity())
                .isNull();
    }

    @Test
    void needsNoVolumeWithABucket() {
        Manifests manifests = Chart.with("models.s3.bucket=b");

        assertThat(manifests.all(PersistentVolumeClaim.class)).isEmpty();
        assertThat(mounts(manifests.podOf("train")))
                .extracting(VolumeMount::getName)
                .containsExactly("tmp");
    }

    @Test
    void mountsAClaimThatIsThere() {
        Manifests manifests = Chart.with("models.persistence.existingClaim=mine");

        assertThat(manifests.all(PersistentVolumeClaim.class)).isEmpty();
        assertThat(manifests.podOf("train").getVolumes())
                .filteredOn(volume -> volume.getName().equals("models"))
                .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .containsExactly("mine");
    }

    @Test
    void bringsADatabaseForTryingOut() {
        Manifests manifests = Chart.with();

        assertThat(manifests
                        .the(StatefulSet.class, "oa-openalpha-postgresql")
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .as("labels that change with the chart would restart it")
                .doesNotContainKey("helm.sh/chart");
        assertThat(manifests.the(Secret.class, "oa-openalpha-postgresql").getStringData())
                .containsEntry("password", "of-the-trial");
        assertThat(manifests
                        .the(Service.class, "oa-openalpha-postgresql")
                        .getSpec()
                        .getSelector())
                .containsEntry("app.kubernetes.io/component", "postgresql");
    }

    @Test
    void bringsNoneBesideOneOfYourOwn() {
        assertThat(Chart.with(Chart.valueSet("external")).names()).noneMatch(name -> name.contains("postgresql"));
    }

    private static Deployment serve(Manifests manifests) {
        return manifests.the(Deployment.class, "oa-openalpha-serve");
    }

    private static VolumeMount mount(PodSpec pod) {
        return mounts(pod).stream()
                .filter(mount -> mount.getName().equals("models"))
                .findFirst()
                .orElseThrow();
    }

    private static List<VolumeMount> mounts(PodSpec pod) {
        return pod.getContainers().get(0).getVolumeMounts();
    }
}
