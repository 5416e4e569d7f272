package io.openalpha.ml.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For a terminal: columns as wide as what is in them. */
final class TextCard implements CardStyle {

    @Override
    public String title(String text) {
        return text + "\n" + "=".repeat(text.length()) + "\n";
    }

    @Override
    public String heading(String text) {
        return text + "\n" + "-".repeat(text.length()) + "\n";
    }

    @Override
    public String sentence(String text) {
        return text + "\n";
    }

    @Override
    public String table(CardTable table) {
        List<List<String>> lines =
                Stream.concat(Stream.of(table.header()), table.rows().stream()).toList();
        int[] widths = IntStream.range(0, table.header().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(cells.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
