package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import io.openalpha.run.StoredRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLimitTests {

    private static final int CALLS = 50;
    private static final ProgramCommand FAILING = new ProgramCommand(List.of("false"), Map.of());
    private static final ProgramCommand SUCCEEDING = new ProgramCommand(List.of("true"), Map.of());

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final StoredRuns repository = StoredRuns.in(database);

    @TempDir
    private Path folder;

    @Test
    void letsOneOfFiftySimultaneousCallsThrough() throws Exception {
        try (Service one = service(SUCCEEDING);
                Service other = service(SUCCEEDING)) {
            List<Object> outcomes = outcomesOfSimultaneousCalls(List.of(one, other));

            List<TaskStatus> started = all(TaskStatus.class, outcomes);
            List<TooSoonException> refused = all(TooSoonException.class, outcomes);
            assertThat(started).hasSize(1);
            assertThat(refused).hasSize(CALLS - 1).allSatisfy(refusal -> {
                assertThat(refusal.task()).isEqualTo(started.get(0).id());
                assertThat(refusal.retryAt())
                        .isEqualTo(started.get(0).requestedAt().plus(Duration.ofHours(1)));
            });
            assertThat(tasks()).isOne();
        }
    }

    @Test
    void letsAFailedTrainingBeStartedAgainAtOnce() {
        try (Service service = service(FAILING)) {
            awaitState(service, service.tasks().start(JobRequest.train(), "op"), TaskState.FAILED);

            service.tasks().start(JobRequest.train(), "op");

            assertThat(tasks()).isEqualTo(2);
        }
    }

    @Test
    void countsFailedTrainingsWhereConfigured() {
        try (Service service = service(FAILING, "openalpha.admin.failed-training-counts=true")) {
            awaitState(service, service.tasks().start(JobRequest.train(), "op"), TaskState.FAILED);

            assertThatExceptionOfType(TooSoonException.class)
                    .isThrownBy(() -> service.tasks().start(JobRequest.train(), "op"));
        }
    }

    @Test
    void endsWithTheInterval() {
        try (Service service = service(SUCCEEDING)) {
            awaitState(service, service.tasks().start(JobRequest.train(), "op"), TaskState.COMPLETED);
            age("59 minutes");
            assertThatExceptionOfType(TooSoonException.class)
                    .isThrownBy(() -> service.tasks().start(JobRequest.train(), "op"));
            age("1 minute");

            service.tasks().start(JobRequest.train(), "op");

            assertThat(tasks()).isEqualTo(2);
        }
    }

    @Test
    void lastsAsLongAsTheTrainingDoes() {
        try (Service service = service(FAILING)) {
            TaskStatus task = service.tasks().start(JobRequest.train(), "op");
            awaitState(service, task, TaskState.FAILED);
            repository.begin("train", task.run(), "dataset");
            repository
                    .jdbc()
                    .sql("update task set ended_at = null, outcome = null, launcher = 'elsewhere'")
                    .update();
            age("3 hours");

            assertThatExceptionOfType(TooSoonException.class)
                    .isThrownBy(() -> service.tasks().start(JobRequest.train(), "op"))
                    .withMessageContaining("was asked for at")
                    .withMessageContaining("and is running;")
                    .satisfies(refusal -> assertThat(refusal.retryAt()).isAfter(task.requestedAt()));
        }
    }

    @Test
    void holdsForNoOtherJobAndForNoRestartOfTheSameRun() {
        try (Service service = service(FAILING)) {
            TaskStatus task = service.tasks().start(JobRequest.train(), "op");
            repository.end(repository.begin("train", task.run(), "dataset"), "STOPPED", "");

            service.runs().restart("train", task.run(), "op");
            service.tasks().start(JobRequest.collect(List.of()), "op");
            service.tasks().start(JobRequest.collect(List.of()), "op");

            assertThat(tasks()).isEqualTo(4);
        }
    }

    @Test
    void isSwitchedOffByAnIntervalOfZero() {
        try (Service service = service(SUCCEEDING, "openalpha.admin.training-interval=0s")) {
            service.tasks().start(JobRequest.train(), "op");
            service.tasks().start(JobRequest.train(), "op");

            assertThat(tasks()).isEqualTo(2);
        }
    }

    private static List<Object> outcomesOfSimultaneousCalls(List<Service> services) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        List<Callable<TaskStatus>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            Tasks tasks = services.get(call % services.size()).tasks();
            calls.add(() -> tasks.start(JobRequest.train(), "op"));
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<TaskStatus> call : threads.invokeAll(calls)) {
            outcomes.add(outcome(call));
        }
        threads.shutdown();
        return outcomes;
    }

    private static Object outcome(Future<TaskStatus> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private static <T> List<T> all(Class<T> type, List<Object> outcomes) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Service service(ProgramCommand program, String... settings) {
        return Service.ofProcesses(database, folder, program, settings);
    }

    private static void awaitState(Service service, TaskStatus task, TaskState state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> service.status(task).state() == state);
    }

    private void age(String by) {
        repository
                .jdbc()
                .sql("update task set requested_at = requested_at - interval '%s'".formatted(by))
                .update();
    }

    private long tasks() {
        return repository
                .jdbc()
                .sql("select count(*) from task")
                .query(Long.class)
                .single();
    }
}
