package io.openalpha.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.web.AdminService;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages show of the cluster that the service is in. */
class ClusterPagesTests {

    private static final String CRON_JOB = """
            {"apiVersion": "batch/v1", "kind": "CronJob",
              "metadata": {"name": "openalpha-collect", "namespace": "quant", "uid": "c-1"},
              "spec": {"schedule": "5 * * * *", "timeZone": "Etc/UTC", "jobTemplate": {"spec": {"template": {"spec": {}}}}}}""";

    private static final String JOB = """
            {"apiVersion": "batch/v1", "kind": "Job",
              "metadata": {"name": "openalpha-collect-1", "namespace": "quant", "uid": "j-1",
                "creationTimestamp": "2026-11-22T10:05:00Z", "ownerReferences": [
                  {"apiVersion": "batch/v1", "kind": "CronJob", "name": "openalpha-collect", "uid": "c-1"}]},
              "spec": {"template": {"spec": {}}}, "status": {"active": 1}}""";

    private static final String POD = """
            {"apiVersion": "v1", "kind": "Pod",
              "metadata": {"name": "openalpha-collect-1-x7k2p", "namespace": "quant", "uid": "p-1",
                "creationTimestamp": "2026-11-22T10:05:00Z", "labels": {"batch.kubernetes.io/job-name": "openalpha-collect-1"}},
              "status": %s}""";

    private static final String IMAGE = """
            {"phase": "Pending", "containerStatuses": [{"name": "collect", "state": {"waiting": {"reason": "ImagePullBackOff",
              "message": "Back-off pulling image \\"example.com/openalpha:none\\""}}}]}""";

    private static final String CREATING = """
            {"phase": "Pending", "containerStatuses": [{"name": "collect", "state": {"waiting":
              {"reason": "ContainerCreating"}}}]}""";

    private static final String EVICTED = """
            {"phase": "Failed", "reason": "Evicted", "message": "The node was low on resource: memory."}""";

    private static final String PASSWORD = """
            {"phase": "Failed", "containerStatuses": [{"name": "collect", "state": {"terminated": {"exitCode": 2,
              "reason": "Error", "message": "The database refuses this user: check SPRING_DATASOURCE_PASSWORD."}}}]}""";

    private static final String MEMORY = """
            {"phase": "Failed", "containerStatuses": [{"name": "collect", "state": {"terminated": {"exitCode": 137,
              "reason": "OOMKilled"}}}]}""";

    private static final String DONE = """
            {"phase": "Succeeded", "containerStatuses": [{"name": "collect", "state": {"terminated": {"exitCode": 0,
              "reason": "Completed"}}}]}""";

    @AutoClose
    private final ApiServer api = new ApiServer();

    @AutoClose
    private final AdminService service = AdminService.inCluster(api.client(), "openalpha.admin.training-interval=30m");

    @Test
    void showTheScheduleAndTheTimeOfTheNextCollection() {
        api.has("cronjobs", CRON_JOB);

        awaitPage("/schedule", "openalpha-collect", "5 * * * *", "At most one training in 30 min is started here.");
        awaitPage("/", "next collection in ");
    }

    @Test
    void appearWhileTheApiServerHangsAndSayForHowLongNothingIsKnown() {
        api.hang();

        HttpResponse<String> overview = page("/");
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("next collection not known for ");
        assertThat(page("/schedule").body()).contains("has not been known for ", "the API server has not answered yet");
        await().until(() -> api.waiting() > 0);
    }

    @Test
    void showTheSentenceOfARefusalAndNothingOfTheClient() {
        api.refuse();

        awaitPage(
                "/schedule",
                "cronjobs.batch is forbidden: User &quot;x&quot; cannot list resource &quot;cronjobs&quot;");
        assertThat(page("/schedule").body()).doesNotContain("Received status", "apiVersion", "Failure executing");
        assertThat(page("/runs/openalpha-collect-1/pods").body())
                .contains("is forbidden")
                .doesNotContain("Received status");
    }

    @Test
    void showWhatWasReadLastWhileNothingMoreIsTold() {
        api.has("cronjobs", CRON_JOB);
        awaitPage("/schedule", "5 * * * *");
        api.has("cronjobs", CRON_JOB.replace("\"openalpha-collect\"", "null"));

        awaitPage("/schedule", "5 * * * *", "was read ", "the schedule cannot be read: ");
        awaitPage("/", "next collection in ");
    }

    @Test
    void sayWhyAScheduledRunHasNotBegun() {
        api.has("cronjobs", CRON_JOB);
        api.has("jobs", JOB);
        api.has("pods", POD.formatted(IMAGE));

        String reason = "ImagePullBackOff: Back-off pulling image &quot;example.com/openalpha:none&quot;";
        awaitPage("/schedule", "openalpha-collect-1", reason);
        awaitPage("/", "The scheduled collect has not begun", reason);
    }

    @Test
    void sayWhatBecameOfThePodsOfARun() {
        api.hasJob("openalpha-collect-1", JOB);

        assertThat(podsAfter(IMAGE)).contains("openalpha-collect-1-x7k2p: ImagePullBackOff: Back-off pulling image");
        assertThat(podsAfter(EVICTED)).contains("Evicted: The node was low on resource: memory.");
        assertThat(podsAfter(PASSWORD)).contains("(exit code 2): The database refuses this user");
        assertThat(podsAfter(MEMORY)).contains("OOMKilled: it needed more memory than its limit");
        assertThat(podsAfter(DONE)).doesNotContain("openalpha-collect-1-x7k2p");
        assertThat(podsAfter(CREATING)).doesNotContain("openalpha-collect-1-x7k2p");
        api.has("events", """
                {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e-1", "namespace": "quant"}, "type": "Warning",
                  "reason": "FailedMount", "message": "MountVolume.SetUp failed for volume \\"models\\"",
                  "involvedObject": {"kind": "Pod", "name": "openalpha-collect-1-x7k2p", "uid": "p-1"}}""");
        assertThat(podsAfter(CREATING)).contains("FailedMount: MountVolume.SetUp failed for volume &quot;models&quot;");
    }

    @Test
    void sayNothingOfPodsThatAreGone() {
        assertThat(page("/runs/openalpha-collect-1/pods").body()).doesNotContain("What Kubernetes says");
    }

    @Test
    void startNothingWhileTheApiServerRefuses() {
        api.has("cronjobs", CRON_JOB);
        api.refuse();

        assertNotLaunched("is forbidden");
    }

    @Test
    void startNothingWhileTheApiServerIsAway() {
        api.close();

        assertNotLaunched("the API server does not answer");
    }

    /** Neither of them leaves a task behind that is still to come. */
    private void assertNotLaunched(String reason) {
        HttpResponse<String> answer = service.post("operator", "/api/v1/admin/ml/train");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("not-launched", reason).doesNotContain("Received status");
        assertThat(JdbcClient.create(service.database().dataSource())
                        .sql("select outcome || ': ' || note from task")
                        .query(String.class)
                        .single())
                .startsWith("failed: ")
                .contains(reason);
    }

    private String podsAfter(String status) {
        api.has("pods", POD.formatted(status));
        return page("/runs/openalpha-collect-1/pods").body();
    }

    /** No page waits for the API server for longer than a moment, in which a busy machine may not get its answer. */
    private void awaitPage(String path, String... texts) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(path).body()).contains(texts));
    }

    private HttpResponse<String> page(String path) {
        return service.get("viewer", path, "Accept", "text/html");
    }
}
