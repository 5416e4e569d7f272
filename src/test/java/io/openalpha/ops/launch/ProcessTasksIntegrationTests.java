package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Symbol;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTasksIntegrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final StoredRuns repository = StoredRuns.in(database);

    @TempDir
    private Path folder;

    private WaitingProgram program;
    private Service service;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        program = WaitingProgram.in(folder);
        service = live();
    }

    @AfterEach
    void end() {
        service.close();
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private Service live() {
        return Service.ofProcesses(database, folder, program.command());
    }

    @Test
    void areStartedAsTheCommandThatWasAskedFor() {
        TaskStatus task = service.tasks()
                .start(
                        JobRequest.of(
                                "backfill", Map.of("symbols", "aapl,BRK.B", "from", "2026-01-02", "full", "true")),
                        "op");

        assertThat(task.state()).isEqualTo(TaskState.PENDING);
        assertThat(task.requestedBy()).isEqualTo("op");
        assertThat(task.request().symbols()).containsExactly(new Symbol("AAPL"), new Symbol("BRK.B"));
        await().untilAsserted(() -> assertThat(Files.readString(log(task)))
                .isEqualTo(
                        "called with backfill --from 2026-01-02 --full AAPL BRK.B --run-id %s\n".formatted(task.id())));
    }

    @Test
    void runOnceTheJobRepositorySaysSo() throws IOException {
        TaskStatus task = service.tasks().start(JobRequest.collect(List.of(new Symbol("A"), new Symbol("B"))), "op");
        long execution = repository.begin("collect", task.run(), "collect");
        repository.commit(execution, "collect", 1, Map.of());

        TaskStatus running = service.status(task);

        assertThat(running.state()).isEqualTo(TaskState.RUNNING);
        assertThat(running.startedAt()).isNotNull();
        assertThat(running.endedAt()).isNull();
        assertThat(running.progress()).isEqualTo(new TaskStatus.Progress("collect", 1, 0.5));
    }

    @Test
    void completeWithTheirProcess() throws IOException {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");

        program.end(0, "nothing to learn from");

        awaitState(task, TaskState.COMPLETED);
        assertThat(service.status(task).endedAt()).isNotNull();
        assertThat(service.status(task).reason()).isEmpty();
    }

    @Test
    void completeInAnotherLifeOfTheService() throws IOException {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        service.close();
        program.end(0, "");
        await().until(() -> processes().isEmpty());
        service = live();

        awaitState(task, TaskState.COMPLETED);
    }

    @Test
    void areFollowedOnInAnotherLifeOfTheService() throws IOException {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        service.close();
        service = live();
        service.bean(TaskFollower.class).look();
        assertThat(service.status(task).state()).isEqualTo(TaskState.PENDING);

        program.end(2, "openalpha.model.s3.bucket is not set");

        awaitState(task, TaskState.FAILED);
        assertThat(service.status(task).reason())
                .isEqualTo(
                        "its usage or configuration was refused (exit code 2): openalpha.model.s3.bucket is not set");
    }

    @Test
    void failWhenTheirProcessIsKilled() {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        repository.begin("train", task.run(), "dataset");
        await().until(() -> processes().size() == 2);

        processes().stream()
                .filter(process -> process.children().findAny().isEmpty())
                .forEach(ProcessHandle::destroyForcibly);

        awaitState(task, TaskState.FAILED);
        assertThat(service.status(task).reason()).isEqualTo("its process was ended by signal 9");
    }

    @Test
    void failWhenTheMachineWentDownWithThem() {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        repository.begin("train", task.run(), "dataset");
        await().until(() -> processes().size() == 2);
        service.close();
        processes().forEach(ProcessHandle::destroyForcibly);
        await().until(() -> processes().isEmpty());
        service = live();

        awaitState(task, TaskState.FAILED);
        assertThat(service.status(task).reason())
                .endsWith("is gone without an exit code: it was killed, or the machine went down");
    }

    @Test
    void areNotTakenForALaterProcessOfTheSameNumber() {
        ProcessLauncher launcher = new ProcessLauncher(program.command(), new TaskFiles(folder));
        JobHandle self = new JobHandle(
                "%s/%s"
                        .formatted(
                                launcher.description().place(),
                                ProcessHandle.current().pid()),
                "2020-01-01T00:00:00Z");

        assertThat(launcher.observe(TaskId.next("train"), self).state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void giveTheReasonOfTheJobRepository() throws IOException {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        long execution = repository.begin("train", task.run(), "dataset");
        repository.end(execution, "FAILED", "there are too few days\njava.lang.IllegalStateException: …");
        assertThat(service.status(task).state()).isEqualTo(TaskState.RUNNING);

        program.end(3, "");

        awaitState(task, TaskState.FAILED);
        assertThat(service.status(task).reason()).isEqualTo("there are too few days");
    }

    @Test
    void areCompletedAsSoonAsTheJobRepositorySaysSo() {
        TaskStatus task = service.tasks().start(JobRequest.collect(List.of()), "op");
        repository.end(repository.begin("collect", task.run(), "collect"), "COMPLETED", "");

        TaskStatus completed = service.status(task);

        assertThat(completed.state()).isEqualTo(TaskState.COMPLETED);
        assertThat(completed.endedAt()).isNotNull();
        assertThat(completed.progress()).isEqualTo(new TaskStatus.Progress("collect", 0, 1.0));
    }

    @Test
    void areStoppedBySigterm() {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        await().until(() -> processes().size() == 2);
        long execution = repository.begin("train", task.run(), "dataset");

        service.runs().stop("train", task.run());
        repository.end(execution, "STOPPED", "");

        awaitState(task, TaskState.FAILED);
        assertThat(repository
                        .jdbc()
                        .sql("select note from task")
                        .query(String.class)
                        .single())
                .isEqualTo("its process was ended by signal 15");
        assertThat(service.status(task).reason()).isEqualTo("stopped on request: a restart goes on where it stopped");
    }

    @Test
    void areRestartedAsTheSameRunWhichKnowsItsDetailsAndItsShards() throws IOException {
        RunId run = new RunId("20261122T020000.000Z");
        long execution = repository.begin("collect", run, "collect", Map.of("symbols", "AAPL MSFT"), Instant.now());
        repository.end(execution, "STOPPED", "");

        TaskStatus task = service.runs().restart("collect", run, "op");

        assertThat(task.run()).isEqualTo(run);
        assertThat(task.state()).isEqualTo(TaskState.PENDING);
        assertThat(task.request().symbols()).containsExactly(new Symbol("AAPL"), new Symbol("MSFT"));
        await().untilAsserted(() -> assertThat(Files.readString(log(task)))
                .isEqualTo("called with runs restart --job collect %s\n".formatted(run)));
    }

    @Test
    void keepTheirEndWhenTheirRunIsRestarted() throws IOException {
        TaskStatus first = service.tasks().start(JobRequest.train(), "op");
        repository.end(repository.begin("train", first.run(), "dataset"), "FAILED", "no luck");
        program.end(3, "");
        awaitState(first, TaskState.FAILED);

        TaskStatus second = service.runs().restart("train", first.run(), "op");
        repository.end(repository.begin("train", first.run(), "dataset"), "COMPLETED", "");

        assertThat(service.status(second).state()).isEqualTo(TaskState.COMPLETED);
        assertThat(service.status(first).state()).isEqualTo(TaskState.FAILED);
        assertThat(service.status(first).reason()).isEqualTo("no luck");
    }

    @Test
    void areNotRestartedWhenTheyAreCompletedOrUnknown() {
        RunId run = new RunId("a");
        repository.end(repository.begin("collect", run, "collect"), "COMPLETED", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.runs().restart("collect", run, "op"))
                .withMessage("collect run a is completed: there is nothing to resume");
        assertThatExceptionOfType(UnknownRunException.class)
                .isThrownBy(() -> service.runs().restart("train", run, "op"))
                .withMessage("there is no train run a");
    }

    @Test
    void areNotStoppedWhenTheyHaveEndedOrCannotBeReached() throws IOException {
        RunId foreign = new RunId("a");
        long execution = repository.begin("collect", foreign, "collect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.runs().stop("collect", foreign))
                .withMessage("collect run a was not started from here: stop it where it was started");
        repository.end(execution, "COMPLETED", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.runs().stop("collect", foreign))
                .withMessage("collect run a is completed: there is nothing to stop");
        assertThatExceptionOfType(UnknownRunException.class)
                .isThrownBy(() -> service.runs().stop("train", foreign))
                .withMessage("there is no train run a");

        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        program.end(3, "");
        awaitState(task, TaskState.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.runs().stop("train", task.run()))
                .withMessageEndingWith(" is failed: there is nothing to stop");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.runs().restart("train", task.run(), "op"))
                .withMessageEndingWith(" has not begun: there is nothing to resume");
        assertThat(service.runs().job(task.run())).hasValue("train");
    }

    @Test
    void tellTheirShareAlsoWhenNoTrainingWasCompletedBefore() {
        TaskStatus task = service.tasks().start(JobRequest.train(), "op");
        long execution = repository.begin("train", task.run(), "check");
        repository.end(execution, "COMPLETED", "");
        repository
                .jdbc()
                .sql("update batch_job_execution set status = 'STARTED'")
                .update();

        assertThat(service.status(task).progress()).isEqualTo(new TaskStatus.Progress("check", 0, 0.125));
    }

    @Test
    void failWhenTheProgramIsMissing() {
        try (Service broken =
                Service.ofProcesses(database, folder, new ProgramCommand(List.of("/no/such/program"), Map.of()))) {
            TaskStatus task = broken.tasks().start(JobRequest.train(), "op");

            await().until(() -> broken.status(task).state() == TaskState.FAILED);
            assertThat(broken.status(task).reason()).contains("127").contains("/no/such/program");
        }
    }

    @Test
    void areFailedWhenTheFolderCannotBeWritten() {
        Path file = program.pipe();
        try (Service broken = Service.ofProcesses(database, file.resolve("x"), program.command())) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> broken.tasks().start(JobRequest.train(), "op"))
                    .withMessageStartingWith("the process could not be started: ");
        }
        assertThat(repository
                        .jdbc()
                        .sql("select outcome from task")
                        .query(String.class)
                        .single())
                .isEqualTo("failed");
    }

    @Test
    void areUnknownWithoutARow() {
        assertThat(service.tasks().status(TaskId.next("train"))).isEmpty();
        assertThat(service.tasks().launcher().kind()).isEqualTo("process");
    }

    private Path log(TaskStatus task) {
        return folder.resolve(task.id() + ".log");
    }

    private void awaitState(TaskStatus task, TaskState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.status(task).state()).isEqualTo(state));
    }

    /** The shell around the program, and the program. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments ->
                                List.of(arguments).contains(program.pipe().toString()))
                        .isPresent())
                .toList();
    }
}
