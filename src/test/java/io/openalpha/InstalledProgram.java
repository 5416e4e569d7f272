package io.openalpha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/**
 * The program as the script starts it: unpacked, with an archive of its classes, and a compiler that suits short
 * processes. All tests share it, also those of another process, for its making takes as long as several starts.
 */
public final class InstalledProgram {

    private final Path folder;

    private InstalledProgram(Path folder) {
        this.folder = folder;
    }

    /** Makes it of a jar, beside which it stays until there is another jar. */
    public static InstalledProgram of(Path jar) {
        Path home = jar.toAbsolutePath()
                .resolveSibling("installed-" + Runtime.version().feature());
        InstalledProgram program = new InstalledProgram(home);
        try {
            Files.createDirectories(home);
            try (FileChannel lock =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                program.makeUnlessMade(jar);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeUnlessMade(Path jar) throws IOException {
        Path made = folder.resolve("made-of");
        String contents = contents(jar);
        if (!Files.exists(made) || !Files.readString(made).equals(contents)) {
            FileSystemUtils.deleteRecursively(folder.resolve("app"));
            Files.deleteIfExists(archive());
            make(jar);
            Files.writeString(made, contents);
        }
    }

    /** Tells one jar from another. Its time does not, for that is the same in every build. */
    private static String contents(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            long[] checksums = zip.stream().mapToLong(ZipEntry::getCrc).toArray();
            return Integer.toHexString(Arrays.hashCode(checksums));
        }
    }

    private void make(Path jar) throws IOException {
        String app = folder.resolve("app").toString();
        run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", app);
        List<String> start = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + archive()));
        Stream.of("-XX:+UseSerialGC", "-jar", program(), "rehearse").forEach(start::add);
        run(start.toArray(String[]::new));
    }

    private void run(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(java()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("making.log").toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the program could not be made: see " + folder.resolve("making.log"));
        }
    }

    private Path archive() {
        return folder.resolve("app.jsa");
    }

    private String program() {
        return folder.resolve("app/openalpha.jar").toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command line that runs it, for its arguments to follow. */
    public List<String> commandLine(String... jvmOptions) {
        List<String> line = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:SharedArchiveFile=" + archive()));
        line.addAll(List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(jvmOptions));
        line.addAll(List.of("-jar", program()));
        return line;
    }
}
