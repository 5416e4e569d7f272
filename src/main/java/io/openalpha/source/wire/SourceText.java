package io.openalpha.source.wire;

import java.util.regex.Pattern;

/** Texts that a source wrote, made fit for tables, logs and pages. */
final class SourceText {

    private static final int MAX_LENGTH = 300;

    /** Control characters, direction marks, unpaired surrogates, and undefined code points. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

    private SourceText() {}

    /** One line of printable characters, not too long. */
    static String clean(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
