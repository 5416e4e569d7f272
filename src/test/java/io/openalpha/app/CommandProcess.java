package io.openalpha.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.InstalledProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, as a user runs it; killed when closed. */
final class CommandProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Path jar() {
        return Path.of(System.getProperty("openalpha.jar", "target/openalpha.jar"))
                .toAbsolutePath();
    }

    /** @param folder for its data and what it prints */
    static CommandProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(folder, environment, Files.createTempFile(folder, "out", ".txt"), arguments);
    }

    /** @param out file for its standard output */
    static CommandProcess start(Path folder, Map<String, String> environment, Path out, String... arguments)
            throws IOException {
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> line = new ArrayList<>(attentiveToCtrlC());
        line.addAll(InstalledProgram.of(jar()).commandLine(memory(arguments)));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(CommandProcess::concernsOpenAlpha);
        builder.environment().put("OPENALPHA_DATA_DIR", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        return new CommandProcess(builder.start(), out, err);
    }

    /** As the script has it. */
    private static String[] memory(String... arguments) {
        return List.of("demo", "train").contains(arguments[0])
                ? new String[] {"-Xmx560m", "-Xmn80m"}
                : new String[] {"-Xmx128m"};
    }

    /** What a shell runs in the background ignores SIGINT, and so do its children unless told otherwise. */
    private static List<String> attentiveToCtrlC() throws IOException {
        List<String> env = List.of("env", "--default-signal=INT");
        Process trial = new ProcessBuilder(
                        Stream.concat(env.stream(), Stream.of("true")).toList())
                .redirectErrorStream(true)
                .start();
        return trial.onExit().join().exitValue() == 0 ? env : List.of();
    }

    private static boolean concernsOpenAlpha(String variable) {
        return Stream.of("OPENALPHA", "SPRING", "PREFERRED_DATA", "ALPHA_VANTAGE")
                .anyMatch(variable::startsWith);
    }

    /** Waits until a line of its output says something, and returns that line. */
    String awaitLine(String text) {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || out().contains(text));
        return lines(out()).stream()
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'%s' is not in %s%s".formatted(text, out(), err())));
    }

    /** Does what Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
    }
}
