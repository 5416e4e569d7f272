package io.openalpha.ops.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that says how it was called and then waits until it is told with which exit code to end. */
public record WaitingProgram(Path pipe) {

    private static final String SCRIPT = """
            echo "called with $*"
            read code last_words <"$0"
            echo "$last_words"
            exit $code
            """;

    public static WaitingProgram in(Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        return new WaitingProgram(pipe);
    }

    public ProgramCommand command() {
        return new ProgramCommand(List.of("sh", "-c", SCRIPT, pipe.toString()), Map.of());
    }

    public void end(int exitCode, String lastWords) throws IOException {
        Files.writeString(pipe, "%s %s\n".formatted(exitCode, lastWords));
    }
}
