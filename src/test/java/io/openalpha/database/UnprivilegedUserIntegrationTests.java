package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What root has to do with the folders of others; the other tests run as whoever runs them. */
class UnprivilegedUserIntegrationTests {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    private static Path temporary;

    private static String classPath = "";

    private Path folder = temporary;

    @BeforeAll
    static void letEverybodyReadTheClassPath() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        classPath = ClassPathCopy.in(Files.createDirectory(temporary.resolve("classes")));
    }

    @BeforeEach
    void beRootInAFolderOfNobody() throws IOException, InterruptedException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can become another user");
        assumeTrue(new ProcessBuilder("setpriv", "--version").start().waitFor() == 0, "setpriv is missing");
        folder = Files.createDirectory(temporary.resolve("data"));
        Files.setAttribute(folder, "unix:uid", NOBODY);
    }

    @AfterEach
    void removeTheFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void anOrdinaryUserNeedsNothingElse() {
        try (JavaProcess user = nobody(folder)) {
            assertThat(user.line()).startsWith("ready");
            assertThat(user.ask("select 42")).isEqualTo("42");
            user.leave();
        }
    }

    @Test
    void rootServesAFolderAsItsOwnerWhoMayThenUseItToo() throws IOException {
        try (EmbeddedDatabase root = EmbeddedDatabase.in(folder)) {
            assertThat(root.location().embedded()).isTrue();
            assertThat(Files.getAttribute(folder.resolve("postgres"), "unix:uid"))
                    .isEqualTo(NOBODY);
            try (JavaProcess user = nobody(folder)) {
                assertThat(user.line()).startsWith("ready");
                assertThat(user.ask("select 42")).isEqualTo("42");
                user.leave();
            }
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Files.setAttribute(folder, "unix:uid", 0);
        try (JavaProcess user = nobody(folder)) {
            assertThat(user.line())
                    .isEqualTo(("refused The data folder '%s' cannot be used (permission denied): set"
                                    + " OPENALPHA_DATA_DIR to a"
                                    + " folder that can be written.")
                            .formatted(folder));
        }
    }

    private static JavaProcess nobody(Path folder) {
        return JavaProcess.start(AS_NOBODY, classPath, LeaseHolder.class, folder.toString());
    }
}
