package io.openalpha;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/architecture.md against the code. */
class ArchitecturePageTests {

    private static final Path SOURCES = Path.of("src");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.[a-z]\\w*)?`");
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\| \\*\\*([^*]+)\\*\\* \\|(.+)\\|$");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final int MOST_FILES = 8;

    private final String page = Files.readString(Path.of("docs/architecture.md"));

    ArchitecturePageTests() throws IOException {}

    @Test
    void theDrawnArrowsAndWhatTheyReachAreThoseOfTheCode() {
        Map<String, Set<String>> drawn = new HashMap<>();
        matches(ARROW, page).forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), name -> new HashSet<>())
                .add(arrow.group(2)));
        Map<String, Set<String>> reached = new HashMap<>();
        drawn.keySet().forEach(from -> reached.put(from, reach(from, drawn)));
        Map<String, Set<String>> held = new HashMap<>(ArchitectureTests.ARROWS);
        held.remove("");
        assertThat(reached).isEqualTo(held);
    }

    private static Set<String> reach(String from, Map<String, Set<String>> drawn) {
        Set<String> reached = new TreeSet<>();
        for (String to : drawn.getOrDefault(from, Set.of())) {
            reached.add(to);
            reached.addAll(reach(to, drawn));
        }
        return reached;
    }

    @Test
    void everyNamedClassExists() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> known = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(toSet());
            Set<String> named = matches(CLASS, page).map(name -> name.group(1)).collect(toSet());
            assertThat(known).containsAll(named);
        }
    }

    @Test
    void everyAdditionTouchesFewFiles() {
        List<MatchResult> answers = matches(ANSWER, page).toList();
        assertThat(answers).hasSizeGreaterThanOrEqualTo(10).allSatisfy(answer -> assertThat(
                        matches(CODE, answer.group(2)).distinct().count())
                .as(answer.group(1))
                .isLessThanOrEqualTo(MOST_FILES));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results();
    }
}
