package io.openalpha.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The kind of machine this is.
 *
 * @param system {@code linux}, {@code darwin} or whatever Java calls it
 * @param processor {@code x86_64}, {@code arm_64} or whatever Java calls it
 * @param musl whether the C library is musl, as on Alpine Linux
 */
record Platform(String system, String processor, boolean musl) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), Path.of("/"));
    }

    static Platform of(String osName, String osArch, Path fileSystem) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os;
        String processor =
                switch (osArch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return new Platform(system, processor, Files.exists(fileSystem.resolve("etc/alpine-release")));
    }

    /** Name of the archive with PostgreSQL's programs for such a machine, which need not exist. */
    String archive() {
        return "postgres-%s-%s%s.txz".formatted(system, processor, musl ? "-alpine_linux" : "");
    }

    @Override
    public String toString() {
        return "%s on %s%s".formatted(system, processor, musl ? " with musl" : "");
    }
}
