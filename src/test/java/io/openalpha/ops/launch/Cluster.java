package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.EventListBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.openalpha.faults.TcpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** An API server that keeps what it is given, with the CronJob of the training; nothing in it runs of itself. */
final class Cluster implements AutoCloseable {

    static final String NAMESPACE = "quant";

    private final KubernetesMockServer server;
    private final TcpProxy proxy;
    private final KubernetesClient serviceClient;
    private final KubernetesClient client;

    Cluster() {
        Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), responses, new KubernetesMixedDispatcher(responses), false);
        server.start();
        proxy = TcpProxy.to(server.getPort());
        serviceClient = client(proxy.port());
        client = client(server.getPort());
    }

    /** For the service: its connections can be cut. */
    KubernetesClient serviceClient() {
        return serviceClient;
    }

    /** For the test: its connections are never cut. */
    KubernetesClient client() {
        return client;
    }

    private static KubernetesClient client(int port) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl("http://localhost:" + port)
                        .withNamespace(NAMESPACE)
                        .withRequestRetryBackoffLimit(0)
                        .withWatchReconnectInterval(100)
                        .build())
                .build();
    }

    void cutConnections() {
        proxy.cut();
    }

    CronJob createCronJob() {
        try (InputStream manifest = Cluster.class.getResourceAsStream("cronjob-train.yaml")) {
            return client.batch().v1().cronjobs().load(manifest).create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScalableResource<Job> job(TaskStatus task) {
        return client.batch().v1().jobs().withName(task.run().value());
    }

    List<Job> jobs() {
        return client.batch().v1().jobs().list().getItems();
    }

    void endJob(TaskStatus task, String condition, String reason, String message) {
        job(task).editStatus(job -> job.edit()
                .editOrNewStatus()
                .addToConditions(new JobConditionBuilder()
                        .withType(condition)
                        .withStatus("True")
                        .withReason(reason)
                        .withMessage(message)
                        .build())
                .endStatus()
                .build());
    }

    void createPod(TaskStatus task, PodStatus status) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(task.run() + "-x7k2p")
                .addToLabels("batch.kubernetes.io/job-name", task.run().value())
                .endMetadata()
                .withStatus(status)
                .build();
        client.pods().resource(pod).create();
    }

    static PodStatus waiting(String reason, String message) {
        return new PodStatusBuilder()
                .withContainerStatuses(new ContainerStatusBuilder()
                        .withNewState()
                        .withNewWaiting(message, reason)
                        .endState()
                        .build())
                .build();
    }

    static PodStatus running() {
        return new PodStatusBuilder()
                .withContainerStatuses(new ContainerStatusBuilder()
                        .withNewState()
                        .withNewRunning("2026-11-22T10:00:00Z")
                        .endState()
                        .build())
                .build();
    }

    static PodStatus terminated(int exitCode, String reason) {
        return new PodStatusBuilder()
                .withContainerStatuses(new ContainerStatusBuilder()
                        .withNewState()
                        .withNewTerminated()
                        .withExitCode(exitCode)
                        .withReason(reason)
                        .endTerminated()
                        .endState()
                        .build())
                .build();
    }

    static PodStatus unschedulable(String message) {
        return new PodStatusBuilder()
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withReason("Unschedulable")
                .withMessage(message)
                .endCondition()
                .build();
    }

    /** An event about the Job; the server itself can select events by no field. */
    void tellThatNoPodCouldBeCreated(TaskStatus task, String message) {
        Event event = new EventBuilder()
                .withNewMetadata()
                .withName("event")
                .endMetadata()
                .withReason("FailedCreate")
                .withMessage(message)
                .withNewInvolvedObject()
                .withKind("Job")
                .withName(task.run().value())
                .withUid(job(task).get().getMetadata().getUid())
                .endInvolvedObject()
                .build();
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/%s/events?fieldSelector=involvedObject.name%%3D%s"
                        .formatted(NAMESPACE, task.run()))
                .andReturn(200, new EventListBuilder().withItems(event).build())
                .always();
    }

    /** The next request to create a Job is refused. */
    void refuseNextJob(int code, String message) {
        server.expect()
                .post()
                .withPath("/apis/batch/v1/namespaces/%s/jobs".formatted(NAMESPACE))
                .andReturn(
                        code,
                        new StatusBuilder()
                                .withStatus("Failure")
                                .withCode(code)
                                .withMessage(message)
                                .build())
                .once();
    }

    @Override
    public void close() {
        client.close();
        serviceClient.close();
        proxy.close();
        server.shutdown();
    }
}
