package io.openalpha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code openalpha} in a folder of its own, with a Java and a Maven that only record their arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a bash script")
class ScriptIntegrationTests {

    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$*" in
              *-Djarmode=tools*) mkdir -p "${@: -1}" && touch "${@: -1}/openalpha.jar" ;;
              *--version*) ;;
              *) printf 'data=%%s pid=%%s java=%s %%s\\n' "$OPENALPHA_DATA_DIR" "$$" "$*"; exit "${EXIT_CODE:-0}" ;;
            esac
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo built >>builds.txt
            sleep "${BUILD_SECONDS:-0}"
            touch target/openalpha.jar
            exit "${BUILD_EXIT_CODE:-0}"
            """;

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void layOutProject() throws IOException {
        home = Files.createDirectories(folder.resolve("a project"));
        Files.copy(Path.of("openalpha"), home.resolve("openalpha"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        executable(home.resolve("mvnw"), MAVEN);
    }

    @Test
    void prefersTheJavaOfJavaHome() throws Exception {
        jdk("jdk-25", "25.0.1");
        Path preferred = jdk("jdk-17", "17.0.15");

        Result result = run(Map.of("JAVA_HOME", preferred.toString()), "quotes");

        assertThat(result.out()).contains("java=17.0.15").endsWith("openalpha.jar quotes\n");
    }

    @Test
    void passesOverJavaThatIsTooOld() throws Exception {
        Path old = jdk("jdk-11", "11.0.2");
        jdk("jdk-21", "21.0.4");

        Result result = run(Map.of("JAVA_HOME", old.toString()), "quotes");

        assertThat(result.out()).contains("java=21.0.4");
    }

    @Test
    void refusesWhenEveryJavaIsTooOld() throws Exception {
        Path old = jdk("jdk-11", "11.0.2");
        jdk("jdk-8", "1.8.0_412");

        Result result = run(Map.of("JAVA_HOME", old.toString()), "quotes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("needs a JDK, 17 or newer", "Java 11 in " + old + " is too old", "Java 8", "set JAVA_HOME");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void buildsOnlyWithCompiler() throws Exception {
        Path runtime = jdk("jre-17", "17.0.15");
        Files.delete(runtime.resolve("bin/javac"));

        Result result = run(Map.of("JAVA_HOME", runtime.toString()), "quotes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Java 17 in " + runtime + " has no compiler");
    }

    @Test
    void buildsAgainOnlyWhenSourcesChange() throws Exception {
        jdk("jdk-17", "17.0.15");
        run(Map.of(), "quotes");
        run(Map.of(), "quotes");
        assertThat(builds()).isEqualTo(1);

        Files.createFile(home.resolve("src/main/New.java"));
        Files.setLastModifiedTime(
                home.resolve("src/main/New.java"), FileTime.from(Instant.now().plusSeconds(2)));
        Result result = run(Map.of(), "quotes");

        assertThat(builds()).isEqualTo(2);
        assertThat(result.err()).contains("Building OpenAlpha (its sources have changed)");
    }

    @Test
    void buildsOnceForTwoSimultaneousFirstCalls() throws Exception {
        jdk("jdk-17", "17.0.15");
        Map<String, String> slowly = Map.of("BUILD_SECONDS", "2");

        Process first = start(slowly, "quotes");
        Process second = start(slowly, "quotes");

        assertThat(resultOf(first).exitCode()).isZero();
        assertThat(resultOf(second).exitCode()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesOverFromBuildThatWasKilled() throws Exception {
        jdk("jdk-17", "17.0.15");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.resolve("target"));
        Files.createSymbolicLink(home.resolve("target/app-lock"), Path.of(Long.toString(dead.pid())));

        Result result = run(Map.of(), "quotes");

        assertThat(result.exitCode()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void tellsWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        jdk("jdk-17", "17.0.15");

        Result result = run(Map.of("BUILD_EXIT_CODE", "1"), "quotes");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the build failed");

        assertThat(run(Map.of(), "quotes").exitCode()).isZero();
    }

    @Test
    void becomesTheJvmSoThatSignalsAndExitCodesAreItsOwn() throws Exception {
        jdk("jdk-17", "17.0.15");

        Process process = start(Map.of("EXIT_CODE", "5"), "collect");
        Result result = resultOf(process);

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains("pid=" + process.pid() + " ");
    }

    @Test
    void keepsDataBesideTheScriptUnlessToldOtherwise() throws Exception {
        jdk("jdk-17", "17.0.15");

        assertThat(run(Map.of(), "quotes").out()).contains("data=" + home.toRealPath() + "/data ");
        assertThat(run(Map.of("OPENALPHA_DATA_DIR", "/elsewhere"), "quotes").out())
                .contains("data=/elsewhere ");
    }

    @Test
    void passesOptionsThatOnlyNewerJvmsKnowToThoseOnly() throws Exception {
        Path seventeen = jdk("jdk-17", "17.0.15");
        Path twentyFive = jdk("jdk-25", "25.0.1");

        assertThat(run(Map.of("JAVA_HOME", seventeen.toString()), "quotes").out())
                .doesNotContain("--enable-native-access", "--sun-misc-unsafe-memory-access");
        assertThat(run(Map.of("JAVA_HOME", twentyFive.toString()), "quotes").out())
                .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void keepsWarningsOfTheJvmOffStandardOutput() throws Exception {
        Path seventeen = jdk("jdk-17", "17.0.15");
        Path twentyFive = jdk("jdk-25", "25.0.1");

        assertThat(run(Map.of("JAVA_HOME", seventeen.toString()), "quotes").out())
                .contains("-Xlog:disable -Xlog:all=warning,cds*=off,class+path=off:stderr");
        assertThat(run(Map.of("JAVA_HOME", twentyFive.toString()), "quotes").out())
                .contains("-Xlog:disable -Xlog:all=warning,cds*=off,class+path=off,aot*=off:stderr");
    }

    @Test
    void letsOptionsOfTheUserWin() throws Exception {
        jdk("jdk-17", "17.0.15");

        String out = run(Map.of("OPENALPHA_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC"), "quotes")
                .out();

        assertThat(out).containsSubsequence("-Xmx128m", "-Xmx1g").doesNotContain("UseSerialGC");
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve("jdks").resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(jdk.resolve("bin/java"), JAVA.formatted(version));
        executable(jdk.resolve("bin/javac"), "");
        return jdk;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds.txt")).size();
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        return resultOf(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("openalpha").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENALPHA_") || name.equals("JAVA_HOME"));
        // The machine's own Java must not be found.
        builder.environment().merge("PATH", jdk("on-path", "9.0.4") + "/bin", (path, first) -> first + ":" + path);
        builder.environment().put("OPENALPHA_JVM_DIRS", folder.resolve("jdks").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result resultOf(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, err);
    }

    private record Result(int exitCode, String out, String err) {}
}
