package io.openalpha.format;

import java.io.BufferedReader;
import java.io.IOException;

/** Finds what separates the values of a CSV file: commas, or the semicolons, tabs and bars of other programs. */
public final class CsvDelimiter {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LONGEST_HEADER = 64 * 1024;

    private CsvDelimiter() {}

    /**
     * The one of which the first line has most; a comma where it has none. Empty lines, and those that begin with
     * {@code #}, are passed over. What was read is read again by the next reader.
     */
    public static char of(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int length = Math.max(0, text.read(start));
        text.reset();
        String header = new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        char best = DELIMITERS[0];
        for (char delimiter : DELIMITERS) {
            if (count(header, delimiter) > count(header, best)) {
                best = delimiter;
            }
        }
        return best;
    }

    private static long count(String text, char searched) {
        return text.chars().filter(c -> c == searched).count();
    }
}
