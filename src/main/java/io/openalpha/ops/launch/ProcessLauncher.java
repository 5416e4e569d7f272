package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Starts runs as processes of this machine: the same program in a session of its own, which neither Ctrl-C nor the end
 * of this service reaches. A shell around it leaves the exit code in a file, for this or another process of the service
 * to read.
 */
final class ProcessLauncher implements JobLauncher {

    static final String KIND = "process";

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /** The clock of the system may have been set since. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private static final String AND_KEEP_EXIT_CODE = """
            trap '' HUP INT QUIT
            exit_file=$1
            shift
            "$@"
            code=$?
            echo $code >"$exit_file.part" && mv "$exit_file.part" "$exit_file"
            exit $code
            """;

    private final ProgramCommand program;
    private final TaskFiles files;
    private final String host = hostName();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    ProcessLauncher(ProgramCommand program, TaskFiles files) {
        this.program = program;
        this.files = files;
    }

    @Override
    public LauncherDescription description() {
        return new LauncherDescription(KIND, host);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public RunId newRun(TaskId task, String job) {
        return new RunId(task.value());
    }

    @Override
    public JobHandle launch(Task task) {
        try {
            Path log = files.prepareLog(task.id());
            ProcessBuilder builder = new ProcessBuilder(line(task))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true);
            program.adapt(builder.environment());
            Process process = builder.start();
            CompletableFuture<Void> unused = process.onExit().thenRun(() -> followers.forEach(Runnable::run));
            return handle(process.toHandle());
        } catch (IOException e) {
            throw new LaunchException("the process could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<JobHandle> find(RunId run) {
        return Optional.empty();
    }

    @Override
    public JobObservation observe(TaskId task, JobHandle handle) {
        Optional<JobObservation> end = end(task);
        if (end.isPresent()) {
            return end.get();
        }
        if (!isHere(handle) || process(handle).isPresent()) {
            return JobObservation.running("");
        }
        // It may have ended between the two looks.
        return end(task)
                .orElseGet(() -> JobObservation.failed(
                        "process %s is gone without an exit code: it was killed, or the machine went down"
                                .formatted(handle.name())));
    }

    /** Signals the program itself, not the shell around it. */
    @Override
    public void stop(JobHandle handle) {
        if (!isHere(handle)) {
            throw new IllegalArgumentException(
                    "process %s is on another machine: stop it there".formatted(handle.name()));
        }
        ProcessHandle shell = process(handle)
                .orElseThrow(() ->
                        new IllegalArgumentException("process %s is not at work any more".formatted(handle.name())));
        shell.children().forEach(ProcessHandle::destroy);
    }

    @Override
    public Following follow(Runnable look) {
        followers.add(look);
        return () -> followers.remove(look);
    }

    private List<String> line(Task task) {
        List<String> line = new ArrayList<>(program.sessionOfItsOwn());
        line.addAll(List.of("sh", "-c", AND_KEEP_EXIT_CODE, "openalpha"));
        line.add(files.exitCode(task.id()).toString());
        line.addAll(program.line());
        line.addAll(task.resumed() ? resumption(task) : beginning(task));
        return line;
    }

    private static List<String> beginning(Task task) {
        List<String> arguments = new ArrayList<>(task.request().commandLine());
        arguments.addAll(List.of("--run-id", task.run().value()));
        return arguments;
    }

    /** The run knows what it was to do, and which of its shards have not done it. */
    private static List<String> resumption(Task task) {
        return List.of(
                "runs", "restart", "--job", task.request().job(), task.run().value());
    }

    private Optional<JobObservation> end(TaskId task) {
        OptionalInt exitCode = files.readExitCode(task);
        return exitCode.isEmpty() ? Optional.empty() : Optional.of(observation(task, exitCode.getAsInt()));
    }

    private JobObservation observation(TaskId task, int exitCode) {
        if (exitCode == 0) {
            return JobObservation.COMPLETED;
        }
        // A process that was killed did not log why.
        Optional<String> words = ExitCodes.signalled(exitCode) ? Optional.empty() : files.lastLine(task);
        return JobObservation.failed(
                ExitCodes.meaning(exitCode) + words.map(": "::concat).orElse(""));
    }

    private JobHandle handle(ProcessHandle process) {
        // Without a start, when the process has ended already, its number tells nothing and the file all.
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return new JobHandle("%s/%s".formatted(host, process.pid()), start.toString());
    }

    private boolean isHere(JobHandle handle) {
        return handle.name().startsWith(host + "/");
    }

    private Optional<ProcessHandle> process(JobHandle handle) {
        Instant start = Instant.parse(handle.identity());
        return ProcessHandle.of(Long.parseLong(handle.name().substring(host.length() + 1)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(instant ->
                                Duration.between(start, instant).abs().compareTo(SAME_START) <= 0)
                        .isPresent());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
