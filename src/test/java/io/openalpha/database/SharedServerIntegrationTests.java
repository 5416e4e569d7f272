package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServerIntegrationTests {

    private static final String PROCESS = "select pg_postmaster_start_time()::text";

    @TempDir
    private static Path folder;

    @AfterEach
    void leaveNoServerBehind() {
        EmbeddedDatabase.in(folder).close();
        assertThat(serverIsAlive()).isFalse();
    }

    @Test
    void theFirstStartsTheServerAndTheLastStopsIt() {
        try (JavaProcess first = LeaseHolder.startIn(folder);
                JavaProcess second = LeaseHolder.startIn(folder)) {
            first.leave();

            assertThat(second.ask("select 42")).isEqualTo("42");
            second.leave();
            assertThat(serverIsAlive()).isFalse();
        }
    }

    @Test
    void aVisitorThatLeavesDoesNotTakeTheServerFromItsStarter() {
        try (JavaProcess starter = LeaseHolder.startIn(folder);
                JavaProcess visitor = LeaseHolder.startIn(folder)) {
            visitor.leave();

            assertThat(starter.ask("select 42")).isEqualTo("42");
            starter.leave();
            assertThat(serverIsAlive()).isFalse();
        }
    }

    @Test
    void aStarterThatIsKilledLeavesTheServerToTheOthers() {
        try (JavaProcess starter = LeaseHolder.startIn(folder);
                JavaProcess other = LeaseHolder.startIn(folder)) {
            starter.kill();

            assertThat(other.ask("select 42")).isEqualTo("42");
            other.leave();
            assertThat(serverIsAlive()).isFalse();
        }
    }

    @Test
    void aProcessThatLostItsLockKeepsTheServerWhileItLives() throws IOException {
        try (EmbeddedDatabase user = EmbeddedDatabase.in(folder);
                Stream<Path> leases = Files.list(folder.resolve("postgres.leases"))) {
            // The kernel drops a process' locks on a file whenever the process closes that file.
            for (Path lease : leases.toList()) {
                assertThat(Files.readString(lease)).isEqualTo(HostIdentity.ofThisProcess());
            }

            LeaseHolder.startIn(folder).leave();

            assertThat(serverIsAlive()).isTrue();
            assertThat(user.location().embedded()).isTrue();
        }
    }

    @Test
    void aServerWhoseUsersWereAllKilledIsUsedAgainAndThenStopped() {
        try (JavaProcess one = LeaseHolder.startIn(folder);
                JavaProcess other = LeaseHolder.startIn(folder)) {
            String started = one.ask(PROCESS);
            one.kill();
            other.kill();
            assertThat(serverIsAlive()).isTrue();

            try (JavaProcess next = LeaseHolder.startIn(folder)) {
                assertThat(next.ask(PROCESS)).isEqualTo(started);
                next.leave();
            }
            assertThat(serverIsAlive()).isFalse();
        }
    }

    @Test
    void aServerThatIsKilledComesBackWithItsDataWhereItsUsersExpectIt() throws IOException {
        try (JavaProcess user = LeaseHolder.startIn(folder)) {
            user.ask("create table kept as select 7 as seven");
            ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();
            await().until(() -> !serverIsAlive());

            try (JavaProcess next = LeaseHolder.startIn(folder)) {
                assertThat(next.ask("select seven from kept")).isEqualTo("7");
                assertThat(user.ask("select seven from kept")).isEqualTo("7");
                next.ask("drop table kept");
            }
        }
    }

    @Test
    void aProcessThatGotTheServersFormerIdIsNeitherMistakenForItNorHarmed() throws IOException {
        LeaseHolder.startIn(folder).leave();
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("postgres/postmaster.pid"),
                    "%s\n%s\n1\n54321\n\n127.0.0.1\n".formatted(bystander.pid(), folder.resolve("postgres")));

            try (JavaProcess next = LeaseHolder.startIn(folder)) {
                assertThat(next.ask("select 42")).isEqualTo("42");
                next.leave();
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void anApplicationThatIsAskedToEndLeavesInGoodOrder() {
        try (JavaProcess application = JavaProcess.start(BeanHolder.class, folder.toString())) {
            assertThat(application.line()).startsWith("ready");

            application.terminate();

            assertThat(serverIsAlive()).isFalse();
            assertThat(folder.resolve("postgres.leases")).isEmptyDirectory();
        }
    }

    @Test
    void ctrlCOnTheTerminalDoesNotReachTheServer() throws IOException {
        try (JavaProcess user = LeaseHolder.startIn(folder)) {
            assertThat(user.ask("select 42")).isEqualTo("42");

            assertThat(session(postmaster().pid())).isEqualTo(postmaster().pid());
        }
    }

    private static boolean serverIsAlive() {
        try {
            return Postmaster.of(folder.toRealPath().resolve("postgres"))
                    .filter(Postmaster::isAlive)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.toRealPath().resolve("postgres")).orElseThrow();
    }

    /** The terminal signals sessions; PostgreSQL's is its own when it bears its process id. */
    private static long session(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "sess=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
}
