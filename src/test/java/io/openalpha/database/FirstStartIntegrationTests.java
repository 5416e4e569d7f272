package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartIntegrationTests {

    private static final String PROCESS = "select pg_postmaster_start_time()::text";

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNoServerBehind() {
        EmbeddedDatabase.in(folder).close();
    }

    @Test
    void twoThatBeginTogetherInAnEmptyFolderShareOneServer() {
        try (JavaProcess one = JavaProcess.start(LeaseHolder.class, folder.toString());
                JavaProcess other = JavaProcess.start(LeaseHolder.class, folder.toString())) {
            assertThat(one.line()).startsWith("ready");
            assertThat(other.line()).startsWith("ready");

            assertThat(one.ask(PROCESS)).isEqualTo(other.ask(PROCESS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-part/bin/postgres", "postgres.part-*/PG_VERSION", "postgres/postmaster.pid"})
    void aStarterMayBeKilledAtAnyMomentOfTheFirstStart(String moment) {
        try (JavaProcess starter = JavaProcess.start(LeaseHolder.class, folder.toString())) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(2))
                    .ignoreExceptions()
                    .until(() -> exists(moment));
            starter.kill();

            try (JavaProcess next = LeaseHolder.startIn(folder)) {
                assertThat(next.ask("select 42")).isEqualTo("42");
            }
        }
    }

    private boolean exists(String glob) throws IOException {
        PathMatcher wanted = folder.getFileSystem().getPathMatcher("glob:" + folder.resolve(glob));
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.anyMatch(wanted::matches);
        }
    }
}
