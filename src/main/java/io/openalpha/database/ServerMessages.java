package io.openalpha.database;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what PostgreSQL's programs print. */
final class ServerMessages {

    private static final Pattern COMPLAINT = Pattern.compile("(?:FATAL|PANIC|ERROR|error): +(.+)");
    private static final Pattern VERSION = Pattern.compile("\\) (\\d+)");

    private ServerMessages() {}

    /** The first error, or the last line where there is none: the reason to show to a user. */
    static String reason(String output) {
        return COMPLAINT
                .matcher(output)
                .results()
                .findFirst()
                .map(match -> match.group(1).strip())
                .orElseGet(() -> lastLine(output));
    }

    /** The {@code 18} of {@code postgres (PostgreSQL) 18.4}. */
    static String majorVersion(String output) {
        return VERSION.matcher(output)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElse("of unknown version");
    }

    private static String lastLine(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.isEmpty()
                ? "it did not say why"
                : lines.get(lines.size() - 1).strip();
    }
}
