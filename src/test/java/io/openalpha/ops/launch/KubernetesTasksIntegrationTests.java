package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.openalpha.TestClock;
import io.openalpha.database.TestDatabase;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;

class KubernetesTasksIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Cluster cluster = new Cluster();

    private final TestClock clock = TestClock.running();

    @AutoClose
    private final Service service = Service.inCluster(database, cluster.serviceClient(), clock);

    private final StoredRuns repository = StoredRuns.in(database);

    @Test
    void areJobsFromTheWholeTemplate() {
        CronJob cronJob = cluster.createCronJob();

        TaskStatus task = train();

        Job job = cluster.job(task).get();
        assertThat(job.getSpec()).isEqualTo(cronJob.getSpec().getJobTemplate().getSpec());
        assertThat(job.getSpec().getBackoffLimit()).isEqualTo(3);
        assertThat(job.getMetadata().getName()).matches("openalpha-train-manual-[a-z0-9]{10}");
        assertThat(job.getMetadata().getLabels())
                .containsOnly(
                        Map.entry("app.kubernetes.io/name", "openalpha"),
                        Map.entry("app.kubernetes.io/component", "train"));
        assertThat(job.getMetadata().getAnnotations())
                .containsOnly(
                        Map.entry("example.com/team", "quants"),
                        Map.entry("cronjob.kubernetes.io/instantiate", "manual"),
                        Map.entry("openalpha.io/task", task.id().value()),
                        Map.entry("openalpha.io/requested-by", "op"));
        assertThat(task.state()).isEqualTo(TaskState.PENDING);
        assertThat(service.tasks().launcher()).isEqualTo(new LauncherDescription("kubernetes", "quant"));
    }

    @Test
    void belongToTheirCronJobWithoutBlockingItsDeletion() {
        CronJob cronJob = cluster.createCronJob();

        assertThat(cluster.job(train()).get().getMetadata().getOwnerReferences())
                .containsExactly(new OwnerReference(
                        "batch/v1",
                        null,
                        true,
                        "CronJob",
                        "openalpha-train",
                        cronJob.getMetadata().getUid()));
    }

    @Test
    void areFollowedFromPendingThroughRunningToCompleted() {
        cluster.createCronJob();
        TaskStatus task = train();
        assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);

        long execution = repository.begin("train", task.run(), "dataset");
        assertThat(service.status(task).state()).isEqualTo(TaskState.RUNNING);
        assertThat(service.status(task).progress()).isEqualTo(new TaskStatus.Progress("dataset", 0, 0.0));

        repository.end(execution, "COMPLETED", "");
        cluster.endJob(task, "Complete", "CompletionsReached", "");
        await().untilAsserted(() -> assertThat(ended(task)).isEqualTo("completed"));
        assertThat(service.status(task).state()).isEqualTo(TaskState.COMPLETED);
    }

    @Test
    void sayWhichRunTheyWaitFor() throws SQLException {
        cluster.createCronJob();
        TaskStatus task = train();
        repository
                .jdbc()
                .sql("insert into run_lock values ('train', 1, 'another', 'here', 1, now())")
                .update();
        assertThat(service.status(task).reason()).isEmpty();

        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('openalpha.run.train', 0))");

            assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);
            assertThat(service.status(task).reason()).isEqualTo("another run of the job is at work: another");
        }
    }

    @Test
    void sayWhyTheyWereSkipped() {
        cluster.createCronJob();
        TaskStatus task = train();
        long execution = repository.begin("train", task.run(), "dataset");

        ExitStatus skipped = new ExitStatus("SKIPPED", "train is already at work: run x");
        repository.end(execution, "COMPLETED", skipped, Instant.now());

        assertThat(service.status(task).state()).isEqualTo(TaskState.COMPLETED);
        assertThat(service.status(task).reason()).isEqualTo("train is already at work: run x");
    }

    @Test
    void stayRunningWhileKubernetesTriesAgain() {
        cluster.createCronJob();
        TaskStatus task = train();

        repository.end(repository.begin("train", task.run(), "dataset"), "FAILED", "the database is away");
        look();

        assertThat(service.status(task).state()).isEqualTo(TaskState.RUNNING);
        assertThat(service.status(task).reason()).isEqualTo("the database is away");
    }

    @Test
    void failWithTheReasonOfKubernetesAndHowTheirPodEnded() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.terminated(137, "OOMKilled"));

        cluster.endJob(task, "Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit");

        awaitFailure(
                task,
                "BackoffLimitExceeded: Job has reached the specified backoff limit - OOMKilled: it needed more"
                        + " memory than its limit");
    }

    @Test
    void sayHowAPodEndedWhileKubernetesTriesAgain() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.terminated(137, "OOMKilled"));

        look();

        assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);
        assertThat(service.status(task).reason())
                .isEqualTo("a pod of its Job failed: OOMKilled: it needed more memory than its limit");
    }

    @Test
    void failWhenTheyTakeTooLong() {
        cluster.createCronJob();
        TaskStatus task = train();
        repository.begin("train", task.run(), "dataset");

        cluster.endJob(task, "Failed", "DeadlineExceeded", "Job was active longer than specified deadline");

        awaitFailure(task, "DeadlineExceeded: Job was active longer than specified deadline");
    }

    @Test
    void sayWhatTheirPodWaitsFor() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.unschedulable("0/3 nodes are available"));

        look();

        assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);
        assertThat(service.status(task).reason()).isEqualTo("Unschedulable: 0/3 nodes are available");
        assertThat(cluster.job(task).get().getSpec().getSuspend()).isNull();
    }

    @Test
    void sayNothingWhileTheirPodStarts() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.waiting("ContainerCreating", ""));

        clock.advance(PATIENCE);
        look();

        assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);
        assertThat(service.status(task).reason()).isEmpty();
    }

    @Test
    void failAndAreHeldWhenTheirImageCannotBePulled() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.waiting("ImagePullBackOff", "Back-off pulling image"));

        clock.advance(PATIENCE);
        look();

        awaitFailure(task, "its pod could not start within PT5M: ImagePullBackOff: Back-off pulling image");
        assertThat(cluster.job(task).get().getSpec().getSuspend()).isTrue();
    }

    @Test
    void failWhenNoNodeHasRoom() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.createPod(task, Cluster.unschedulable("0/3 nodes are available: insufficient memory"));

        clock.advance(PATIENCE);
        look();

        awaitFailure(
                task,
                "its pod could not start within PT5M: Unschedulable: 0/3 nodes are available: insufficient memory");
    }

    @Test
    void failWhenAQuotaForbidsTheirPod() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.tellThatNoPodCouldBeCreated(task, "exceeded quota: compute, requested: limits.memory=2Gi");

        clock.advance(PATIENCE);
        look();

        awaitFailure(
                task,
                "its pod could not start within PT5M: FailedCreate: exceeded quota: compute, requested:"
                        + " limits.memory=2Gi");
    }

    @Test
    void failWhenTheirJobIsDeleted() {
        cluster.createCronJob();
        TaskStatus task = train();

        cluster.job(task).delete();

        awaitFailure(task, "Job %s was deleted".formatted(task.run()));
    }

    @Test
    void areFollowedAfterTheWatchWasCut() {
        cluster.createCronJob();
        TaskStatus task = train();
        cluster.cutConnections();

        cluster.endJob(task, "Failed", "DeadlineExceeded", "too long");

        awaitFailure(task, "DeadlineExceeded: too long");
    }

    @Test
    void areSeenToHaveEndedWhileTheServiceWasAway() {
        cluster.createCronJob();
        TaskStatus task = train();
        service.close();
        cluster.endJob(task, "Complete", "CompletionsReached", "");

        try (Service again = Service.inCluster(database, cluster.serviceClient(), clock)) {
            await().untilAsserted(() -> assertThat(again.status(task).state()).isEqualTo(TaskState.COMPLETED));
        }
    }

    @Test
    void areAdoptedWhenTheServiceDiedBeforeItKnewOfTheirJob() {
        cluster.createCronJob();
        TaskStatus task = train();
        repository
                .jdbc()
                .sql("update task set handle_name = null, handle_identity = null, "
                        + "requested_at = now() - interval '1 hour'")
                .update();
        look();
        assertThat(ended(task)).isEqualTo("open");

        cluster.endJob(task, "Complete", "CompletionsReached", "");

        await().untilAsserted(() -> assertThat(ended(task)).isEqualTo("completed"));
    }

    @Test
    void failWhenTheServiceDiedBeforeTheirJobWasCreated() {
        cluster.createCronJob();
        TaskStatus task = train();
        repository
                .jdbc()
                .sql("update task set handle_name = null, handle_identity = null, "
                        + "requested_at = now() - interval '1 hour',"
                        + " run_id = 'nothing'")
                .update();

        look();

        assertThat(service.status(task).reason())
                .isEqualTo("it was never started: the service ended before it could be");
    }

    @Test
    void needTheirCronJob() {
        assertRefusal("there is no CronJob openalpha-train in namespace quant to take the Job's template from");
    }

    @Test
    void needTheRightToCreateJobs() {
        cluster.createCronJob();
        cluster.refuseNextJob(403, "jobs.batch is forbidden: User \"x\" cannot create resource \"jobs\"");

        assertRefusal(
                "the Job could not be created: jobs.batch is forbidden: User \"x\" cannot create resource \"jobs\"");
    }

    @Test
    void doNotTakeAnotherJobForTheirOwn() {
        cluster.createCronJob();
        cluster.refuseNextJob(409, "jobs.batch \"openalpha-train-manual-x\" already exists");

        assertRefusal("the Job could not be created: jobs.batch \"openalpha-train-manual-x\" already exists");
    }

    @Test
    void takeTheirOwnJobWhenTheAnswerToItsCreationWasLost() {
        CronJob cronJob = cluster.createCronJob();
        TaskId id = TaskId.next("train");
        JobLauncher launcher = service.bean(JobLauncher.class);
        RunId run = launcher.newRun(id, "train");
        Task order = new Task(
                id,
                JobRequest.train(),
                run,
                "op",
                Instant.EPOCH,
                0,
                Long.MAX_VALUE,
                "kubernetes",
                null,
                "",
                null,
                false);
        Job there = cluster.client()
                .batch()
                .v1()
                .jobs()
                .resource(ManualJob.of(cronJob, order))
                .create();
        cluster.refuseNextJob(409, "already exists");

        assertThat(launcher.launch(order))
                .isEqualTo(
                        new JobHandle(order.run().value(), there.getMetadata().getUid()));
    }

    @Test
    void areStoppedByHoldingTheirJobAndGoOnInIt() {
        cluster.createCronJob();
        TaskStatus task = train();
        long execution = repository.begin("train", task.run(), "dataset");
        cluster.createPod(task, Cluster.running());

        service.runs().stop("train", task.run());
        look();
        assertThat(cluster.job(task).get().getSpec().getSuspend()).isTrue();
        assertThat(service.status(task).state()).isEqualTo(TaskState.RUNNING);

        cluster.client().pods().delete();
        repository.end(execution, "STOPPED", "");
        look();
        awaitFailure(task, "stopped on request: a restart goes on where it stopped");

        TaskStatus again = service.runs().restart("train", task.run(), "op");
        assertThat(again.run()).isEqualTo(task.run());
        assertThat(again.state()).isEqualTo(TaskState.PENDING);
        assertThat(cluster.jobs()).hasSize(1);
        assertThat(cluster.job(task).get().getSpec().getSuspend()).isFalse();
        assertThat(service.status(task).state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void areRestartedInAnotherJobWhenTheirOwnHasFailed() {
        cluster.createCronJob();
        TaskStatus task = train();
        repository.end(repository.begin("train", task.run(), "dataset"), "FAILED", "no luck");
        cluster.endJob(task, "Failed", "BackoffLimitExceeded", "");
        awaitFailure(task, "no luck");

        service.runs().restart("train", task.run(), "op");

        List<Job> jobs = cluster.jobs();
        assertThat(jobs).hasSize(2);
        assertThat(jobs)
                .filteredOn(
                        job -> !job.getMetadata().getName().equals(task.run().value()))
                .singleElement()
                .satisfies(job -> assertThat(job.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getArgs())
                        .containsExactly("train", "--run-id", task.run().value()));
    }

    private TaskStatus train() {
        return service.tasks().start(JobRequest.train(), "op");
    }

    private void look() {
        service.bean(TaskFollower.class).look();
    }

    private void awaitFailure(TaskStatus task, String reason) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(service.status(task).state()).isEqualTo(TaskState.FAILED);
            assertThat(service.status(task).reason()).isEqualTo(reason);
        });
    }

    private void assertRefusal(String message) {
        assertThatExceptionOfType(LaunchException.class).isThrownBy(this::train).withMessage(message);
        assertThat(cluster.jobs()).isEmpty();
        assertThat(repository
                        .jdbc()
                        .sql("select outcome || ': ' || note from task")
                        .query(String.class)
                        .single())
                .isEqualTo("failed: " + message);
    }

    /** What was seen of a task's end from outside. */
    private String ended(TaskStatus task) {
        return repository
                .jdbc()
                .sql("select coalesce(outcome, 'open') from task where id = ?")
                .param(task.id().value())
                .query(String.class)
                .single();
    }
}
