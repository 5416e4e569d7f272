package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.ops.launch.WaitingProgram;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.web.AdminService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Starting jobs over HTTP, following them to their end, and what can be done to their runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskRequestsIntegrationTests {

    private static final String TRAIN = "/api/v1/admin/ml/train";
    private static final String JOBS = "/api/v1/admin/jobs/";

    private Path folder;
    private WaitingProgram program;
    private AdminService service;
    private StoredRuns repository;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        program = WaitingProgram.in(folder);
        service = AdminService.start(program.command(), "openalpha.admin.task-folder=" + folder);
        repository = StoredRuns.in(service.database());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @AfterEach
    void forget() {
        processes().forEach(ProcessHandle::destroyForcibly);
        repository.jdbc().sql("truncate task, batch_job_instance cascade").update();
    }

    @Test
    void aTrainingIsFollowedFromItsStartToItsEnd() throws IOException {
        HttpResponse<String> started = service.post("operator", TRAIN);
        JsonNode task = AdminService.json(started);
        String status = task.path("status_url").asString();

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location")).hasValue(status);
        assertThat(task.path("state").asString()).isEqualTo("pending");
        assertThat(state(status)).isEqualTo("pending");

        long execution = repository.begin("train", runOf(task), "dataset");
        repository.commit(execution, "dataset", 503, Map.of());
        JsonNode running = get(status);
        assertThat(running.path("state").asString()).isEqualTo("running");
        assertThat(running.path("started_at").asString()).isNotEmpty();
        assertThat(running.path("progress").path("step").asString()).isEqualTo("dataset");
        assertThat(running.path("progress").path("items").asLong()).isEqualTo(503);

        repository.end(execution, "COMPLETED", "");
        program.end(0, "");
        JsonNode completed = get(status);
        assertThat(completed.path("state").asString()).isEqualTo("completed");
        assertThat(completed.path("requested_by").asString()).isEqualTo("operator");
        assertThat(completed.path("ended_at").asString()).isNotEmpty();
        assertThat(completed.path("progress").path("share").asDouble()).isEqualTo(1);
        assertThat(audited("operator")).contains("train  done");
    }

    @Test
    void aTrainingThatDoesNotBeginIsFailedWithItsReason() throws IOException {
        JsonNode task = AdminService.json(service.post("operator", TRAIN));

        program.end(2, "openalpha: there is no disk");

        String status = task.path("status_url").asString();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(status)).isEqualTo("failed"));
        assertThat(get(status).path("reason").asString())
                .isEqualTo("its usage or configuration was refused (exit code 2): openalpha: there is no disk");
    }

    @Test
    void theNextTrainingHasToWait() {
        String task = AdminService.json(service.post("operator", TRAIN))
                .path("task_id")
                .asString();

        HttpResponse<String> second = service.post("admin", TRAIN);

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(AdminService.json(second).path("task_id").asString()).isEqualTo(task);
        assertThat(AdminService.json(second).path("detail").asString())
                .startsWith("Training " + task + " was asked for at ")
                .contains(" and is pending; the next can be started at ");
        assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(3_500L, 3_600L);
        assertThat(service.post("operator", JOBS + "train").statusCode()).isEqualTo(429);
        assertThat(audited("admin")).containsExactly("train  refused");
    }

    @Test
    void jobsGetTheirParameters() {
        HttpResponse<String> started = service.postJson(
                "operator",
                JOBS + "backfill",
                "{\"symbols\": [\"aapl\", \"BRK.B\"], \"from\": \"2026-01-02\", \"to\": \"2026-02-03\","
                        + " \"full\": true}");

        JsonNode task = AdminService.json(started);
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(task.path("status_url").asString())
                .isEqualTo(JOBS + "tasks/" + task.path("task_id").asString());
        await().untilAsserted(() -> assertThat(Files.readString(folder.resolve(runOf(task) + ".log")))
                .isEqualTo("called with backfill --from 2026-01-02 --to 2026-02-03 --full AAPL BRK.B --run-id %s\n"
                        .formatted(runOf(task))));
        assertThat(get(task.path("status_url").asString()).path("job").asString())
                .isEqualTo("backfill");
    }

    @Test
    void parametersThatMakeNoSenseAreNamed() {
        assertThat(refusal("backfill", "{\"from\": \"2026-13-01\"}"))
                .isEqualTo("Parameter 'from' is '2026-13-01'. Give a day such as 2026-11-22.");
        assertThat(refusal("backfill", "{\"from\": \"2026-02-01\", \"to\": \"2026-01-01\"}"))
                .startsWith("The history ends on 2026-01-01, before it begins on 2026-02-01.");
        assertThat(refusal("collect", "{\"full\": true}"))
                .startsWith("Collect takes no 'from', 'to' or 'full': only backfill does.");
        assertThat(refusal("collect", "{\"symbols\": [\"A B\"]}")).startsWith("Symbol 'A B' has illegal characters");
        assertThat(refusal("collect", "{\"symbol\": [\"A\"]}")).startsWith("The body has an unknown member 'symbol'.");
        assertThat(refusal("collect", "{\"symbols\": {}}")).startsWith("The body has a wrong value at 'symbols'.");
        assertThat(refusal("collect", "{\"symbols\": ")).startsWith("The body is no JSON from line 1, column ");
        assertThat(refusal("prune", "{}"))
                .startsWith("There is no such job to start: one of collect, backfill, train.");
        assertThat(processes()).isEmpty();
    }

    @Test
    void aRunIsStoppedResumedAndGivenUp() throws IOException {
        JsonNode task = AdminService.json(service.postJson("operator", JOBS + "collect", "{\"symbols\": [\"AAPL\"]}"));
        RunId run = runOf(task);
        await().until(() -> processes().size() == 2);
        long execution = repository.begin("collect", run, "collect");

        assertThat(service.post("operator", act(run, "stop")).statusCode()).isEqualTo(202);
        repository.end(execution, "STOPPED", "");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(state(task.path("status_url").asString())).isEqualTo("failed"));
        assertThat(conflict(run, "stop"))
                .isEqualTo("Collect run %s is stopped: there is nothing to stop.".formatted(run));

        HttpResponse<String> resumed = service.post("operator", act(run, "restart"));
        assertThat(resumed.statusCode()).isEqualTo(202);
        assertThat(resumed.headers().firstValue("Location").orElse("")).startsWith(JOBS + "tasks/collect-");
        String again = AdminService.json(resumed).path("task_id").asString();
        await().untilAsserted(() -> assertThat(Files.readString(folder.resolve(again + ".log")))
                .isEqualTo("called with runs restart --job collect %s\n".formatted(run)));
        program.end(4, "");

        assertThat(service.post("operator", act(run, "abandon")).statusCode()).isEqualTo(200);
        assertThat(conflict(run, "restart"))
                .isEqualTo("Collect run %s is abandoned: there is nothing to resume.".formatted(run));
    }

    @Test
    void runsThatAreNotThereOrAreOverAreNotActedUpon() {
        RunId run = new RunId("20261122T101500.123Z");
        repository.end(repository.begin("collect", run, "collect"), "COMPLETED", "");

        for (String act : List.of("stop", "restart", "abandon")) {
            assertThat(conflict(run, act)).startsWith("Collect run 20261122T101500.123Z is ");
            HttpResponse<String> unknown = service.post("operator", act(new RunId("nope"), act));
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(AdminService.json(unknown).path("detail").asString()).isEqualTo("There is no run nope.");
        }
        assertThat(service.get("viewer", TRAIN + "/status/train-0000000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void runsAreListedPageByPageAndByWhatIsAskedFor() {
        for (int i = 1; i <= 5; i++) {
            String job = i % 2 == 0 ? "train" : "collect";
            long execution = repository.begin(job, new RunId("run-" + i), "step");
            repository.end(execution, i == 3 ? "FAILED" : "COMPLETED", i == 3 ? "Yahoo was out of reach" : "");
        }

        JsonNode first = get(JOBS + "runs?limit=2");
        JsonNode second = get(JOBS + "runs?limit=2&before=" + first.path("next").asLong());
        JsonNode third = get(JOBS + "runs?limit=2&before=" + second.path("next").asLong());

        assertThat(runs(first)).containsExactly("run-5", "run-4");
        assertThat(runs(second)).containsExactly("run-3", "run-2");
        assertThat(runs(third)).containsExactly("run-1");
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(runs(get(JOBS + "runs?job=train"))).containsExactly("run-4", "run-2");
        assertThat(runs(get(JOBS + "runs?state=failed"))).containsExactly("run-3");
        assertThat(runs(get(JOBS + "runs?text=YAHOO"))).containsExactly("run-3");
        assertThat(runs(get(JOBS + "runs?until=2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(runs(get(JOBS + "runs?since=2020-01-01T00:00:00Z"))).hasSize(5);
        assertThat(get(JOBS + "runs/run-3").path("steps").get(0).path("step").asString())
                .isEqualTo("step");
    }

    private String refusal(String job, String body) {
        HttpResponse<String> response = service.postJson("operator", JOBS + job, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode problem = AdminService.json(response);
        return problem.path("detail").asString() + " " + problem.path("action").asString();
    }

    private String conflict(RunId run, String act) {
        HttpResponse<String> response = service.post("operator", act(run, act));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
        return AdminService.json(response).path("detail").asString();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = service.get("viewer", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return AdminService.json(response);
    }

    private String state(String path) {
        return get(path).path("state").asString();
    }

    private List<String> audited(String who) {
        return JdbcClient.create(service.database().dataSource())
                .sql("select what || ' ' || target || ' ' || result from audit_event where who = ? order by id")
                .param(who)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String act(RunId run, String act) {
        return JOBS + "runs/" + run + "/" + act;
    }

    /** Processes run under the id of their task. */
    private static RunId runOf(JsonNode task) {
        return new RunId(task.path("task_id").asString());
    }

    private static List<String> runs(JsonNode page) {
        List<String> runs = new ArrayList<>();
        page.path("runs").forEach(run -> runs.add(run.path("run_id").asString()));
        return runs;
    }

    /** The shell around the program, and the program. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments ->
                                List.of(arguments).contains(program.pipe().toString()))
                        .isPresent())
                .toList();
    }
}
