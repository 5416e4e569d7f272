package io.openalpha.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another program to run to its end.
 *
 * @param line the program and its arguments
 */
record Command(List<String> line) {

    static Command of(List<String> prefix, String... rest) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(rest));
        return new Command(List.copyOf(line));
    }

    /** @throws IOException if the program cannot be started */
    Outcome run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        keepOnlyThePath(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseUnavailableException.unreachable(
                    "Interrupted while waiting for '%s'.".formatted(line.get(0)));
        }
    }

    /** A server outlives this process and must not get its keys, nor the settings of another server. */
    private static void keepOnlyThePath(Map<String, String> environment) {
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
    }

    /**
     * How a program ended.
     *
     * @param exitCode as the program gave it
     * @param output what it wrote to either stream
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }
}
