package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the image of the jar at hand into a file, on a base of this machine's own libraries. */
final class ImageBuild {

    private static final int OLDEST_JAVA = 25;

    private ImageBuild() {}

    /** Skips the tests where there is no JDK for it, or where a base cannot be made. */
    static Path build() throws IOException, InterruptedException {
        Optional<Path> jdk = jdk();
        assumeTrue(jdk.isPresent(), "an image needs a JDK 25 or newer, in JAVA_HOME, java.home or /usr/lib/jvm");
        assumeTrue(Files.isExecutable(Path.of("/sbin/ldconfig")), "a base image can be made on Linux with glibc only");
        Path base = Path.of("target/base.tar").toAbsolutePath();
        run("src/image/base", base.toString());
        run("src/image/assemble", "target", jdk.get().toString());
        run("./mvnw", "-q", "-B", "-Pimage", "-Dimage.base=tar://" + base, "jib:buildTar", "exec:exec@size");
        return Path.of("target/jib-image.tar");
    }

    private static Optional<Path> jdk() throws IOException {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(candidates::add);
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.sorted().forEach(candidates::add);
            }
        }
        return candidates.stream().filter(ImageBuild::suits).findFirst();
    }

    private static boolean suits(Path jdk) {
        try {
            return Files.isExecutable(jdk.resolve("bin/jlink"))
                    && Files.readString(jdk.resolve("release"))
                            .lines()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll("\\D+(\\d+).*", "$1"))
                            .anyMatch(version -> Integer.parseInt(version) >= OLDEST_JAVA);
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(String... line) throws IOException, InterruptedException {
        Path log = Path.of("target/image-build.log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor())
                .as("%s: see %s", Arrays.toString(line), log)
                .isZero();
    }
}
