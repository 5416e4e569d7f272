package io.openalpha.ml.model;

import java.util.List;
import java.util.stream.Collectors;

/** How a model card is written. */
interface CardStyle {

    String title(String text);

    String heading(String text);

    String sentence(String text);

    String table(CardTable table);

    default String write(String title, List<CardSection> sections) {
        return sections.stream()
                .filter(section -> !section.isEmpty())
                .map(this::write)
                .collect(Collectors.joining("\n", title(title) + "\n", ""));
    }

    private String write(CardSection section) {
        String sentences = section.sentences().stream().map(this::sentence).collect(Collectors.joining());
        String table = section.table() == null ? "" : table(section.table());
        String between = sentences.isEmpty() || table.isEmpty() ? "" : "\n";
        return heading(section.title()) + sentences + between + table;
    }
}
