package io.openalpha.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The image's entrypoint, in a folder instead of {@code /opt}, with a Java that only says how it is called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a bash script")
class EntrypointTests {

    private static final String JAVA = """
            #!/bin/bash
            echo "home=$OPENALPHA_HOME data=$OPENALPHA_DATA_DIR wait=$OPENALPHA_DATABASE_WAIT $*"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        executable("java/bin/java", JAVA);
        executable(
                "entrypoint", Files.readString(Path.of("src/image/openalpha")).replace("/opt/", folder + "/"));
    }

    @Test
    void passesTheCommandOn() throws Exception {
        assertThat(run("collect", "AAPL", "--run-id", "x"))
                .contains("home=%s/openalpha data=/tmp/data".formatted(folder))
                .endsWith("-jar %s/openalpha/openalpha.jar collect AAPL --run-id x".formatted(folder));
    }

    @Test
    void givesJobsThatWaitTheQuickCompilerAndThoseThatComputeTheFullOne() throws Exception {
        assertThat(run("collect")).contains("-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=40");
        assertThat(run("train")).contains("-XX:MaxRAMPercentage=50").doesNotContain("TieredStopAtLevel");
        assertThat(run("serve")).contains("-XX:MaxRAMPercentage=50").doesNotContain("TieredStopAtLevel");
    }

    @Test
    void takesFurtherOptionsAfterItsOwnAndGivesWayToAnotherCollector() throws Exception {
        assertThat(run(Map.of("OPENALPHA_JAVA_OPTS", "-XX:+UseZGC -Xmx3g"), "train"))
                .contains("-XX:+UseZGC -Xmx3g -jar")
                .doesNotContain("UseSerialGC");
        assertThat(run("train")).contains("-XX:+UseSerialGC");
    }

    @Test
    void startsFromTheArchiveWhereThereIsOne() throws Exception {
        assertThat(run("collect")).doesNotContain("AOTCache");
        Files.createDirectories(folder.resolve("openalpha/archive"));
        Files.createFile(folder.resolve("openalpha/archive/classes.aot"));
        assertThat(run("collect")).contains("-XX:AOTCache=%s/openalpha/archive/classes.aot".formatted(folder));
    }

    @Test
    void asksAServiceForItsHealth() throws Exception {
        try (ScriptedServer service = new ScriptedServer()) {
            service.handles(exchange -> {
                boolean asked = exchange.getRequestURI().getPath().equals("/actuator/health/readiness");
                exchange.sendResponseHeaders(asked ? 200 : 404, -1);
            });
            String port = String.valueOf(service.uri().getPort());
            assertThat(run("health", "127.0.0.1", port))
                    .isEqualTo("The service at 127.0.0.1:%s is ready".formatted(port));
        }
    }

    @Test
    void letsTheProgramWaitForItsDatabaseUnlessToldOtherwise() throws Exception {
        assertThat(run("collect")).contains("wait=120 ");
        assertThat(run(Map.of("OPENALPHA_DATABASE_WAIT", "5"), "collect")).contains("wait=5 ");
    }

    private String run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private String run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(folder.resolve("entrypoint").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().remove("OPENALPHA_DATA_DIR");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void executable(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
