package io.openalpha.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked into the data folder once from the archive on the class path. */
final class ServerPrograms {

    private static final String PREFIX = "server-";

    private ServerPrograms() {}

    /** The folder that has {@code bin}, {@code lib} and {@code share}. To be called under {@link FolderLock}. */
    static Path in(ServerFolder folder) throws IOException {
        URL archive = archive(Platform.current());
        Path programs = folder.root().resolve(PREFIX + fingerprint(archive));
        if (!Files.isDirectory(programs)) {
            Path part = folder.root().resolve(PREFIX + "part");
            FileSystemUtils.deleteRecursively(part);
            ArchiveExtraction.extract(archive, part);
            Files.move(part, programs, ATOMIC_MOVE);
        }
        return programs;
    }

    static URL archive(Platform platform) {
        URL archive = ServerPrograms.class.getResource("/" + platform.archive());
        if (archive == null) {
            throw DatabaseUnavailableException.misconfigured(
                    ("OpenAlpha brings no PostgreSQL for this platform (%s): install one and set SPRING_DATASOURCE_URL,"
                                    + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.")
                            .formatted(platform));
        }
        return archive;
    }

    /** Another archive has another check sum, which the jar's directory knows without reading the archive. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return HexFormat.of().toHexDigits(jar.getJarEntry().getCrc(), 8);
        }
        return HexFormat.of().toHexDigits(connection.getContentLengthLong(), 8);
    }

    /** Removes what other versions of OpenAlpha unpacked. No server may be running. */
    static void removeAllBut(Path programs) throws IOException {
        for (Path unpacked : unpacked(programs)) {
            if (!unpacked.equals(programs)) {
                FileSystemUtils.deleteRecursively(unpacked);
            }
        }
    }

    private static List<Path> unpacked(Path programs) throws IOException {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(programs.getParent()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }
}
