package io.openalpha.ml.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** For a page: what has a meaning in Markdown is escaped. */
final class MarkdownCard implements CardStyle {

    @Override
    public String title(String text) {
        return "# " + escaped(text) + "\n";
    }

    @Override
    public String heading(String text) {
        return "## " + escaped(text) + "\n\n";
    }

    @Override
    public String sentence(String text) {
        return "- " + escaped(text) + "\n";
    }

    @Override
    public String table(CardTable table) {
        return line(table.header())
                + line(Collections.nCopies(table.header().size(), "---"))
                + table.rows().stream()
                        .map(row -> line(row.stream().map(MarkdownCard::escaped).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<>\\[\\]|#])", "\\\\$1");
    }
}
