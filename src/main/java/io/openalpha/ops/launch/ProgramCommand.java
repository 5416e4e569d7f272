package io.openalpha.ops.launch;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command that starts this program in another process.
 *
 * @param line the command line up to the program's own arguments
 * @param environment variables of the new process beside those of this one
 */
public record ProgramCommand(List<String> line, Map<String, String> environment) {

    private static final String MAIN_CLASS = "io.openalpha.OpenAlpha";

    /** Debuggers and agents belong to one process; an archive of classes is written by one. */
    private static final List<String> NOT_INHERITED = List.of(
            "-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:ArchiveClassesAtExit", "-XX:AOTCacheOutput");

    /** What holds for this process: a run has an id of its own and no terminal. */
    private static final List<String> NOT_PASSED_ON = List.of("OPENALPHA_RUN_ID", "OPENALPHA_TERMINAL");

    public ProgramCommand {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** The Java of this process, with its options, its class path and OpenAlpha's main class. */
    public static ProgramCommand ofThisProcess() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> NOT_INHERITED.stream().noneMatch(option::startsWith))
                .forEach(line::add);
        String classPath = System.getProperty("java.class.path");
        boolean jar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        line.addAll(jar ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN_CLASS));
        return new ProgramCommand(line, Map.of());
    }

    void adapt(Map<String, String> inherited) {
        NOT_PASSED_ON.forEach(inherited::remove);
        inherited.putAll(environment);
    }

    /**
     * What precedes the command line so that no signal to this process' group reaches the other; empty where it is
     * missing.
     */
    List<String> sessionOfItsOwn() {
        return Stream.concat(
                        Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator)),
                        Stream.of("/usr/bin", "/bin"))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                .orElse(List.of());
    }
}
