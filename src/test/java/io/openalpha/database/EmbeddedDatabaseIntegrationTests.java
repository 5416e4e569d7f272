package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIntegrationTests {

    @TempDir
    private static Path temporary;

    private final Path folder = temporary.resolve("a folder with späces");

    @Test
    void isDurableAndChecksItsPages() {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void listensOnThisMachineOnly() {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void speaksUtf8AndUtcWhateverTheMachineSpeaks() {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(database, "lc_messages")).isEqualTo("C");
            assertThat(setting(database, "log_timezone")).isEqualTo("UTC");
        }
    }

    @Test
    void keepsThePasswordToItsOwner() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            Path file = folder.resolve("postgres.password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain(database.getPassword());
            assertThat(database.location().toString()).doesNotContain(database.getPassword());
        }
    }

    @Test
    void servesTwoLeasesOfOneProcessUntilTheSecondIsClosed() {
        EmbeddedDatabase first = EmbeddedDatabase.in(folder);
        try (EmbeddedDatabase second = EmbeddedDatabase.in(folder)) {
            first.close();
            assertThat(setting(second, "fsync")).isEqualTo("on");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void emptiesALogThatHasGrownBeyondTenMegabytes() throws IOException {
        Path log = folder.resolve("postgres.log");
        try (EmbeddedDatabase first = EmbeddedDatabase.in(folder)) {
            Files.write(log, new byte[11 * 1024 * 1024]);
            EmbeddedDatabase.in(folder).close();

            assertThat(Files.size(log)).isLessThan(1024 * 1024);
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void namesBothVersionsWhenTheDataWasMadeByAnother() throws IOException {
        EmbeddedDatabase.in(folder).close();
        Path version = folder.resolve("postgres/PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertRefused(folder, "was made by PostgreSQL 17, but this OpenAlpha brings PostgreSQL 18");
        } finally {
            Files.writeString(version, "18\n");
        }
    }

    @Test
    void missesALostPasswordAtOnce() throws IOException {
        EmbeddedDatabase.in(folder).close();
        Path password = folder.resolve("postgres.password");
        Path elsewhere = temporary.resolve("password");
        Files.move(password, elsewhere);
        try {
            assertRefused(folder, "postgres.password' is missing");
        } finally {
            Files.move(elsewhere, password);
        }
    }

    @Test
    void passesOnWhatPostgresqlSaysAgainstItsSettings() throws IOException {
        EmbeddedDatabase.in(folder).close();
        Path settings = folder.resolve("postgres/postgresql.auto.conf");
        String good = Files.readString(settings);
        Files.writeString(settings, "shared_buffers = '-3'\n");
        try {
            assertRefused(folder, "could not be started: configuration file", "contains errors");
        } finally {
            Files.writeString(settings, good);
        }
    }

    @Test
    void leavesTheFolderToOpenAlphaInAnotherContainer() throws IOException {
        EmbeddedDatabase.in(folder).close();
        try (JavaProcess elsewhere = JavaProcess.start(
                LockedFile.class, folder.resolve("postgres.leases/1-1-x").toString())) {
            assertThat(elsewhere.line()).isEqualTo("locked");

            assertRefused(folder, "is in use by OpenAlpha in another container or on another machine");
        }
    }

    @Test
    void namesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertRefused(file, file.toString(), "cannot be used (there is a file of that name)", "OPENALPHA_DATA_DIR");
    }

    @Test
    void namesAFolderThatCannotBeMade() {
        assertRefused(
                Path.of("/proc/openalpha"), "The data folder '/proc/openalpha' cannot be used", "OPENALPHA_DATA_DIR");
    }

    @Test
    void refusesAPathThatAShellWouldReadDifferently() {
        assertRefused(temporary.resolve("$HOME"), "$HOME' has one of the characters", "OPENALPHA_DATA_DIR");
    }

    private static void assertRefused(Path folder, CharSequence... message) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> EmbeddedDatabase.in(folder))
                .satisfies(e -> assertThat(e.getMessage()).contains(message))
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(2));
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return JdbcClient.create(new DriverManagerDataSource(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword()))
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
