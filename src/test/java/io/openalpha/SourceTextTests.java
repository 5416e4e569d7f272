package io.openalpha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formatter leaves alone in the sources: comments, strings, and the fakes that tests share. */
class SourceTextTests {

    private static final int LONGEST_LINE = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void linesHaveAtMost120Characters(Path sources) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(sources)) {
            boolean textBlock = false;
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean quotes = line.split("\"\"\"", -1).length % 2 == 0;
                boolean exempt = textBlock || quotes || line.startsWith("import ") || line.contains("://");
                if (!exempt && line.codePointCount(0, line.length()) > LONGEST_LINE) {
                    tooLong.add("%s:%s: %s".formatted(file, i + 1, line.strip()));
                }
                textBlock ^= quotes;
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"extends Clock, TestClock", "HttpServer.create(, ScriptedServer"})
    void testsShareOneFake(String beginning, String fake) throws IOException {
        assertThat(files(Path.of("src/test/java")).stream()
                        .filter(file -> !file.endsWith("SourceTextTests.java"))
                        .filter(file -> read(file).contains(beginning)))
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName(fake + ".java"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
