package io.openalpha.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program of the test class path in a process of its own, spoken to line by line. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it with the class path of this test. */
    public static JavaProcess start(Class<?> program, String... arguments) {
        return start(List.of(), System.getProperty("java.class.path"), program, arguments);
    }

    static JavaProcess start(List<String> prefix, String classPath, Class<?> program, String... arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", classPath));
        line.add(program.getName());
        line.addAll(List.of(arguments));
        try {
            return new JavaProcess(new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that the program prints. */
    public String line() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a line and returns the answer. */
    public String ask(String question) {
        try {
            input.write(question + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line();
    }

    /** Ends the program's input and waits until it has ended of itself. */
    public void leave() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        process.onExit().join();
    }
}
