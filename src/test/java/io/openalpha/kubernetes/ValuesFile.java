package io.openalpha.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The chart's {@code values.yaml}, with the comment before each value. */
final class ValuesFile {

    private final List<Value> values = new ArrayList<>();
    private final String text;

    private ValuesFile(String text) {
        this.text = text;
    }

    /**
     * A value that can be set, or a section with a comment of its own.
     *
     * @param path its name, with those of the sections it is in
     * @param description what the comment says; empty if there is none
     * @param standard the default as it is written; empty for a section
     */
    record Value(String path, String description, String standard) {}

    static List<Value> read(Path file) throws IOException {
        ValuesFile values = new ValuesFile(Files.readString(file));
        LoadSettings settings = LoadSettings.builder().setParseComments(true).build();
        Node root = new Compose(settings).composeString(values.text).orElseThrow();
        values.visit("", (MappingNode) root);
        return values.values;
    }

    private void visit(String prefix, MappingNode section) {
        section.getValue().forEach(entry -> visit(prefix, entry));
    }

    private void visit(String prefix, NodeTuple entry) {
        String path = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
        boolean isSection = entry.getValueNode() instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()
                && !path.endsWith("resources")
                && !path.endsWith("labels");
        values.add(new Value(path, description(entry.getKeyNode()), isSection ? "" : written(entry.getValueNode())));
        if (isSection) {
            visit(path + ".", (MappingNode) entry.getValueNode());
        }
    }

    private static String description(Node key) {
        List<CommentLine> comments = key.getBlockComments();
        return comments == null
                ? ""
                : String.join(
                                " ",
                                comments.stream()
                                        .map(line -> line.getValue().strip())
                                        .toList())
                        .strip();
    }

    private String written(Node value) {
        int end = value.getEndMark().orElseThrow().getIndex();
        String source = text.substring(value.getStartMark().orElseThrow().getIndex(), end);
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
