package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Template {@code admissionpolicy.yaml}: its expressions, evaluated as the API server does. */
class AdmissionPolicyTests {

    private final Manifests manifests = Chart.with(Chart.valueSet("external"), "collect.shards=4");
    private final AdmissionPolicy policy =
            new AdmissionPolicy(manifests.all(ValidatingAdmissionPolicy.class).get(0));

    @Test
    void concernsNobodyButTheService() {
        assertThat(policy.concerns("system:serviceaccount:market:oa-openalpha-serve"))
                .isTrue();
        assertThat(policy.concerns("system:serviceaccount:kube-system:cronjob-controller"))
                .isFalse();
    }

    @Test
    void letsTheServiceStartEveryJobFromItsTemplate() {
        assertThat(List.of("collect", "backfill", "train"))
                .allSatisfy(job -> assertThat(policy.complaints(job(job))).isEmpty());
        assertThat(policy.complaints(
                        changed(pod -> pod.getContainers().get(0).getArgs().addAll(List.of("--run-id", "x")))))
                .isEmpty();
    }

    @Test
    void letsTheServiceSuspendAJobAndChangeNothingElse() {
        Job suspended = new JobBuilder(job("train"))
                .editSpec()
                .withSuspend(true)
                .endSpec()
                .build();
        Job another = changed(pod -> pod.getContainers().get(0).getArgs().add("--help"));

        assertThat(policy.complaints(suspended, job("train"))).isEmpty();
        assertThat(policy.complaints(another, job("train")))
                .containsExactly("the service may only suspend and resume Jobs");
    }

    @Test
    void refusesAJobOfNoCronJobOrOfAnother() {
        Job orphan = new JobBuilder(job("train"))
                .editMetadata()
                .withOwnerReferences()
                .endMetadata()
                .build();
        Job stranger = new JobBuilder(job("train")).build();
        stranger.getMetadata().getOwnerReferences().get(0).setName("backup");

        assertThat(List.of(orphan, stranger)).allSatisfy(job -> assertThat(policy.complaints(job))
                .contains("the service may only start Jobs of its own CronJobs"));
    }

    @Test
    void refusesAnotherImageCommandOrContainer() {
        refuses("one image", pod -> pod.getContainers().get(0).setImage("evil:latest"));
        refuses("one image", pod -> pod.getContainers().add(pod.getContainers().get(0)));
        refuses("one image", pod -> pod.getInitContainers()
                .add(pod.getContainers().get(0)));
        refuses("only start the commands", pod -> pod.getContainers().get(0).setCommand(List.of("sh")));
        refuses("only start the commands", pod -> pod.getContainers().get(0).setArgs(List.of("serve")));
    }

    @Test
    void refusesAnotherAccountOrItsToken() {
        refuses("account for jobs", pod -> pod.setServiceAccountName("default"));
        refuses("account for jobs", pod -> pod.setAutomountServiceAccountToken(true));
    }

    @Test
    void refusesPrivileges() {
        refuses("without privileges", pod -> pod.setHostNetwork(true));
        refuses("without privileges", pod -> pod.getSecurityContext().setRunAsNonRoot(false));
        refuses(
                "without privileges",
                pod -> pod.getContainers().get(0).getSecurityContext().setPrivileged(true));
        refuses("without privileges", pod -> pod.getContainers().get(0).setSecurityContext(null));
    }

    @Test
    void refusesOtherVolumesAndSecrets() {
        refuses("volumes of this release", pod -> pod.getVolumes()
                .add(new VolumeBuilder()
                        .withName("node")
                        .withNewHostPath()
                        .withPath("/")
                        .endHostPath()
                        .build()));
        refuses("volumes of this release", pod -> pod.getVolumes()
                .add(new VolumeBuilder()
                        .withName("s")
                        .withNewSecret()
                        .withSecretName("other")
                        .endSecret()
                        .build()));
        refuses("Secrets of the jobs", pod -> pod.getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals("SPRING_DATASOURCE_PASSWORD"))
                .forEach(variable -> variable.getValueFrom().getSecretKeyRef().setName("other")));
    }

    @Test
    void refusesAnotherEnvironment() {
        refuses("environment of the jobs", pod -> pod.getContainers()
                .get(0)
                .getEnv()
                .add(new EnvVar("JAVA_TOOL_OPTIONS", "-javaagent:/tmp/evil.jar", null)));
        refuses("environment of the jobs", pod -> pod.getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals("SPRING_DATASOURCE_URL"))
                .forEach(variable -> variable.setValue("jdbc:postgresql://evil/openalpha")));
    }

    @Test
    void refusesMorePodsThanThereAreShards() {
        Job many = new JobBuilder(job("collect"))
                .editSpec()
                .withParallelism(5)
                .endSpec()
                .build();

        assertThat(policy.complaints(many))
                .containsExactly("the service may only start as many pods as the schedule does");
    }

    private void refuses(String reason, Consumer<PodSpec> change) {
        assertThat(policy.complaints(changed(change))).anyMatch(complaint -> complaint.contains(reason));
    }

    private Job changed(Consumer<PodSpec> change) {
        Job job = job("train");
        change.accept(job.getSpec().getTemplate().getSpec());
        return job;
    }

    /** As the service makes it, from the CronJob's template. */
    private Job job(String name) {
        CronJob cronJob = manifests.the(CronJob.class, "oa-openalpha-" + name);
        Job job = new JobBuilder()
                .withNewMetadata()
                .withName(cronJob.getMetadata().getName() + "-manual-1234567890")
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("batch/v1")
                        .withKind("CronJob")
                        .withName(cronJob.getMetadata().getName())
                        .withUid("1")
                        .withController(true)
                        .build())
                .endMetadata()
                .withSpec(cronJob.getSpec().getJobTemplate().getSpec())
                .build();
        return new KubernetesSerialization().clone(job);
    }
}
