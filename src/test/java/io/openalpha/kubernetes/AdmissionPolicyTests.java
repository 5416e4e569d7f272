package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HostAliasBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
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
    void letsTheServiceStartWhatTheValuesPlaceOnNodesOfTheirOwn() {
        Manifests full = Chart.with(Chart.valueSet("full"));
        AdmissionPolicy ofFull =
                new AdmissionPolicy(full.all(ValidatingAdmissionPolicy.class).get(0));

        assertThat(List.of("collect", "backfill", "train"))
                .allSatisfy(job -> assertThat(ofFull.complaints(job(full, "alpha-of-the-very-long-name-here-" + job)))
                        .isEmpty());
    }

    @Test
    void letsTheServiceSuspendAJobAndChangeNothingElse() {
        assertThat(policy.complaints(suspended(job("train")), job("train"))).isEmpty();
        assertThat(List.<Consumer<Job>>of(
                        job -> job.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getArgs()
                                .add("--help"),
                        job -> job.getSpec().setParallelism(2),
                        job -> job.getSpec().setActiveDeadlineSeconds(1L),
                        job -> job.getSpec().setTtlSecondsAfterFinished(null),
                        job -> job.getSpec().setBackoffLimit(9),
                        job -> job.getMetadata().setFinalizers(List.of("example.com/kept")),
                        job -> job.getMetadata().getAnnotations().put("a", "b"),
                        job -> job.getMetadata().getLabels().put("a", "b")))
                .allSatisfy(change -> {
                    Job another = job("train");
                    change.accept(another);
                    assertThat(policy.complaints(another, job("train")))
                            .containsExactly("the service may only suspend and resume Jobs");
                });
    }

    @Test
    void letsTheServiceStopAJobOfTheReleaseBefore() {
        Job before = changed(pod -> pod.getContainers().get(0).setImage("ghcr.io/openalpha/openalpha:0.0.9"));

        assertThat(policy.complaints(suspended(before), before)).isEmpty();
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
        refuses("only start the commands", pod -> pod.getContainers()
                .get(0)
                .getArgs()
                .add("--spring.datasource.url=jdbc:postgresql://evil/openalpha"));
        refuses("only start the commands", pod -> pod.getContainers()
                .get(0)
                .setLivenessProbe(new ProbeBuilder()
                        .withNewExec()
                        .withCommand("sh")
                        .endExec()
                        .build()));
    }

    @Test
    void refusesOtherLabelsThanThoseThatTheNetworkPoliciesSelect() {
        refusesJob("labels and annotations", job -> labels(job).clear());
        refusesJob("labels and annotations", job -> labels(job).remove("app.kubernetes.io/instance"));
        refusesJob("labels and annotations", job -> labels(job).put("app.kubernetes.io/component", "serve"));
        refusesJob("labels and annotations", job -> labels(job).put("app", "another"));
        refusesJob("labels and annotations", job -> job.getSpec()
                .getTemplate()
                .getMetadata()
                .setAnnotations(Map.of("sidecar.istio.io/inject", "true")));
    }

    @Test
    void refusesAnotherNodeOrAnotherName() {
        refuses("where the schedule starts them", pod -> pod.setNodeName("control-plane"));
        refuses("where the schedule starts them", pod -> pod.setNodeSelector(Map.of("pool", "control-plane")));
        refuses(
                "where the schedule starts them",
                pod -> pod.setTolerations(
                        List.of(new TolerationBuilder().withOperator("Exists").build())));
        refuses("where the schedule starts them", pod -> pod.setPriorityClassName("system-node-critical"));
        refuses("where the schedule starts them", pod -> pod.setSchedulerName("another"));
        refuses("names and ports", pod -> pod.setDnsPolicy("Default"));
        refuses(
                "names and ports",
                pod -> pod.setHostAliases(
                        List.of(new HostAliasBuilder().withIp("10.0.0.9").build())));
        refuses("names and ports", pod -> pod.getContainers()
                .get(0)
                .setPorts(List.of(new ContainerPortBuilder().withHostPort(80).build())));
    }

    @Test
    void refusesAJobThatOutlivesThoseOfTheSchedule() {
        refusesJob("Jobs that end", job -> job.getSpec().setActiveDeadlineSeconds(null));
        refusesJob("Jobs that end", job -> job.getSpec().setActiveDeadlineSeconds(999_999L));
        refusesJob("Jobs that end", job -> job.getSpec().setTtlSecondsAfterFinished(null));
        refusesJob("Jobs that end", job -> job.getSpec().setBackoffLimit(100));
        refusesJob("Jobs that end", job -> job.getMetadata().setFinalizers(List.of("example.com/kept")));
        refuses("Jobs that end", pod -> pod.setActiveDeadlineSeconds(5L));
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
        refuses(
                "without privileges",
                pod -> pod.getContainers().get(0).getSecurityContext().setRunAsUser(0L));
        refuses("without privileges", pod -> pod.getSecurityContext().setSeccompProfile(null));
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
        refuses("volumes of this release", pod -> pod.getContainers()
                .get(0)
                .getVolumeMounts()
                .add(new VolumeMountBuilder()
                        .withName("tmp")
                        .withMountPath("/opt/openalpha")
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
        refusesJob(reason, job -> change.accept(job.getSpec().getTemplate().getSpec()));
    }

    private void refusesJob(String reason, Consumer<Job> change) {
        Job job = job("train");
        change.accept(job);
        assertThat(policy.complaints(job)).anyMatch(complaint -> complaint.contains(reason));
    }

    private static Map<String, String> labels(Job job) {
        return job.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static Job suspended(Job job) {
        return new JobBuilder(job).editSpec().withSuspend(true).endSpec().build();
    }

    private Job changed(Consumer<PodSpec> change) {
        Job job = job("train");
        change.accept(job.getSpec().getTemplate().getSpec());
        return job;
    }

    /** As the service makes it, from the CronJob's template. */
    private Job job(String name) {
        return job(manifests, "oa-openalpha-" + name);
    }

    private static Job job(Manifests manifests, String name) {
        CronJob cronJob = manifests.the(CronJob.class, name);
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
                .withLabels(cronJob.getSpec().getJobTemplate().getMetadata().getLabels())
                .addToAnnotations("cronjob.kubernetes.io/instantiate", "manual")
                .endMetadata()
                .withSpec(cronJob.getSpec().getJobTemplate().getSpec())
                .build();
        return new KubernetesSerialization().clone(job);
    }
}
