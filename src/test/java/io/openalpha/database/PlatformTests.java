package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTests {

    @TempDir
    private Path fileSystem;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
    })
    void hasAnArchiveOnTheClassPath(String osName, String osArch, String archive) {
        Platform platform = Platform.of(osName, osArch, fileSystem);

        assertThat(platform.archive()).isEqualTo(archive);
        assertThat(ServerPrograms.archive(platform)).isNotNull();
    }

    @Test
    void isNamedWithTheWayOutWhereThereIsNoArchive() {
        assertNoArchive(Platform.of("Linux", "riscv64", fileSystem), "(linux on riscv64)");
    }

    @Test
    void knowsAlpineByItsOtherCLibrary() throws IOException {
        Files.createDirectory(fileSystem.resolve("etc"));
        Files.createFile(fileSystem.resolve("etc/alpine-release"));

        assertNoArchive(Platform.of("Linux", "amd64", fileSystem), "(linux on x86_64 with musl)");
    }

    private static void assertNoArchive(Platform platform, String name) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> ServerPrograms.archive(platform))
                .satisfies(e -> assertThat(e.getMessage()).contains(name, "SPRING_DATASOURCE_URL"))
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(2));
    }
}
