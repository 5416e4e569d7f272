package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandIntegrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @Test
    void otherCommandsStartNoWebServerAndNoSecurity() throws IOException, InterruptedException {
        Path loaded = folder.resolve("classes.txt");
        Process quotes = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dspring.datasource.url=" + database.url(),
                        "-Dspring.datasource.username=" + database.username(),
                        "-Dspring.datasource.password=" + database.password(),
                        "io.openalpha.OpenAlpha",
                        "quotes",
                        "--json"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();

        assertThat(quotes.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(quotes.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
        assertThat(Files.readString(loaded))
                .contains("org.springframework.jdbc.")
                .doesNotContain("org.apache.catalina.startup.Tomcat ", "org.springframework.security.config.")
                .doesNotContain("org.springframework.security.web.", "org.springdoc.webmvc.")
                .doesNotContain("org.springframework.cloud.", "io.fabric8.", "io.vertx.");
    }

    @Test
    void aPortInUseIsReportedWithoutAStackTrace() throws IOException {
        try (Surroundings surroundings = new Surroundings().with(database);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            surroundings.with("openalpha.model.folder", folder.toString());

            CommandRun run =
                    CommandRun.of("serve", "--port", String.valueOf(taken.getLocalPort()), "--management-port", "0");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("port %s is taken by another program: choose others with --port and --management-port"
                            .formatted(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void settingsThatMakeNoSenseAreReportedWithoutThePassword() {
        try (Surroundings surroundings = new Surroundings().with(database)) {
            surroundings.with("openalpha.admin.users.alice.password", "{noop}hunter2");

            CommandRun run = CommandRun.of("serve", "--port", "0", "--management-port", "0");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("the password of user 'alice'").doesNotContain("hunter2");
        }
    }
}
