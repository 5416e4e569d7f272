package io.openalpha.faults;

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

/** The real program, unpacked from its jar so that it starts quickly. */
final class Program {

    private static final List<Path> CLOCKS = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/faketime/libfaketime.so.1"));

    private final InstalledProgram installed;
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder for its logs
     * @param environment settings for every start
     */
    Program(InstalledProgram installed, Path folder, Map<String, String> environment) {
        this.installed = installed;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Whether a process can be given another time. */
    static boolean canMoveClocks() {
        return CLOCKS.stream().anyMatch(Files::exists);
    }

    /** Makes the tables and loads the bundled symbols. */
    Execution migrate() {
        return execute("migrate", Map.of(), "migrate");
    }

    Execution collect(String run) {
        return collect(run, Map.of());
    }

    /** @param clock such as {@code +1h} */
    Execution collectAt(String clock, String run) {
        String library =
                CLOCKS.stream().filter(Files::exists).findFirst().orElseThrow().toString();
        return collect(run, Map.of("LD_PRELOAD", library, "FAKETIME", clock, "FAKETIME_DONT_FAKE_MONOTONIC", "1"));
    }

    private Execution collect(String run, Map<String, String> more) {
        return execute(run, more, "collect", "--run-id", run);
    }

    private Execution execute(String name, Map<String, String> more, String... arguments) {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(installed.commandLine("-Xmx160m"));
        command.addAll(List.of(arguments));
        return new Execution(start(log, more, command), log);
    }

    private Process start(Path log, Map<String, String> more, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENALPHA_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        try {
            Files.createDirectories(folder);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process of the program. */
    record Execution(Process process, Path log) {

        private static final Duration LONGEST = Duration.ofMinutes(6);

        /** Waits for the end; a process that does not end is killed and counts as 137. */
        int exitCode() {
            try {
                if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                return process.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sends a signal by its name: KILL, TERM, STOP, CONT. */
        void signal(String name) {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
