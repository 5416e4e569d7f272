package io.openalpha.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that OpenAlpha documents, which a test of theirs compares with those that there are. */
final class Metrics {

    private static final Pattern NAME = Pattern.compile("openalpha_[a-z_]+");

    private static final Path DOCUMENT = Path.of("docs/metrics.md");

    private Metrics() {}

    /** With the names of the series that a histogram consists of. */
    static List<String> documented() {
        try {
            return NAME.matcher(Files.readString(DOCUMENT))
                    .results()
                    .map(MatchResult::group)
                    .flatMap(name -> Stream.of(name, name + "_bucket"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
