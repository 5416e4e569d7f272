package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.openalpha.run.RunId;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs as Kubernetes Jobs from the templates of the scheduled ones. A Job is stopped by suspending it, which
 * ends its pod in good order, counts as no failure and leaves the Job to be resumed under the same name, and so as the
 * same run.
 */
final class KubernetesLauncher implements JobLauncher {

    static final String KIND = "kubernetes";

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesLauncher.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final String namespace;
    private final String cronJobPrefix;
    private final JobObserver observer;
    private final JobPods jobPods;

    /** @param cronJobPrefix precedes a job's name in that of its CronJob */
    KubernetesLauncher(KubernetesClient client, String cronJobPrefix, JobObserver observer, JobPods jobPods) {
        this.client = client;
        this.namespace = Objects.requireNonNullElse(client.getNamespace(), "default");
        this.cronJobPrefix = cronJobPrefix;
        this.observer = observer;
        this.jobPods = jobPods;
    }

    @Override
    public LauncherDescription description() {
        return new LauncherDescription(KIND, namespace);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public RunId newRun(TaskId task, String job) {
        return new RunId(ManualJob.name(cronJobPrefix + job, task));
    }

    @Override
    public JobHandle launch(Task task) {
        try {
            return resumeSuspended(task).orElseGet(() -> create(task));
        } catch (KubernetesClientException e) {
            throw KubernetesFailure.of("the Job could not be created", e);
        }
    }

    @Override
    public Optional<JobHandle> find(RunId run) {
        return read(run.value()).map(KubernetesLauncher::handle);
    }

    @Override
    public JobObservation observe(TaskId task, JobHandle handle) {
        Optional<Job> job = read(handle.name()).filter(found -> handle(found).equals(handle));
        if (job.isEmpty()) {
            return JobObservation.failed("Job %s was deleted".formatted(handle.name()));
        }
        JobObservation seen = asked(handle.name(), () -> observer.of(job.get()));
        if (seen.unstartable()) {
            stop(handle);
        }
        return seen;
    }

    @Override
    public List<String> troubles(RunId run) {
        return read(run.value())
                .map(job -> asked(run.value(), () -> jobPods.troubles(job)))
                .orElse(List.of());
    }

    private Optional<Job> read(String name) {
        return asked(name, () -> Optional.ofNullable(named(name).get()));
    }

    private static <T> T asked(String job, Supplier<T> question) {
        try {
            return question.get();
        } catch (KubernetesClientException e) {
            throw KubernetesFailure.of("Job %s cannot be read".formatted(job), e);
        }
    }

    @Override
    public void stop(JobHandle handle) {
        try {
            suspend(handle.name(), true);
        } catch (KubernetesClientException e) {
            throw KubernetesFailure.of("Job %s could not be suspended".formatted(handle.name()), e);
        }
    }

    /** The informer lists the Jobs again whenever its watch is cut. */
    @Override
    public Following follow(Runnable look) {
        SharedIndexInformer<Job> informer =
                client.batch().v1().jobs().inNamespace(namespace).runnableInformer(0);
        informer.addEventHandler(new JobChangeHandler(look));
        informer.exceptionHandler((started, failure) -> {
            LOG.warn(
                    "Jobs cannot be watched now: {}",
                    failure instanceof KubernetesClientException refusal
                            ? KubernetesFailure.reason(refusal)
                            : failure.getMessage());
            return true;
        });
        informer.start();
        return informer::close;
    }

    /** A run that was stopped, or whose pod could not start, goes on in its own Job. */
    private Optional<JobHandle> resumeSuspended(Task task) {
        if (!task.resumed()) {
            return Optional.empty();
        }
        Job job = named(task.run().value()).get();
        if (job == null || !JobObserver.suspended(job)) {
            return Optional.empty();
        }
        return Optional.of(handle(suspend(task.run().value(), false)));
    }

    private JobHandle create(Task task) {
        String name = cronJobPrefix + task.request().job();
        CronJob cronJob = client.batch()
                .v1()
                .cronjobs()
                .inNamespace(namespace)
                .withName(name)
                .get();
        if (cronJob == null) {
            throw new LaunchException("there is no CronJob %s in namespace %s to take the Job's template from"
                    .formatted(name, namespace));
        }
        Job job = ManualJob.of(cronJob, task);
        try {
            return handle(client.batch()
                    .v1()
                    .jobs()
                    .inNamespace(namespace)
                    .resource(job)
                    .create());
        } catch (KubernetesClientException e) {
            return createdBefore(job, task.id(), e);
        }
    }

    /** A request whose answer was lost is sent again by the client, and then meets its own Job. */
    private JobHandle createdBefore(Job job, TaskId task, KubernetesClientException conflict) {
        if (conflict.getCode() == HttpURLConnection.HTTP_CONFLICT) {
            Job there = named(job.getMetadata().getName()).get();
            if (there != null
                    && task.value().equals(there.getMetadata().getAnnotations().get(ManualJob.TASK))) {
                return handle(there);
            }
        }
        throw conflict;
    }

    private Job suspend(String name, boolean suspended) {
        return named(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"suspend\":%b}}".formatted(suspended));
    }

    private ScalableResource<Job> named(String name) {
        return client.batch().v1().jobs().inNamespace(namespace).withName(name);
    }

    private static JobHandle handle(Job job) {
        return new JobHandle(job.getMetadata().getName(), job.getMetadata().getUid());
    }
}
