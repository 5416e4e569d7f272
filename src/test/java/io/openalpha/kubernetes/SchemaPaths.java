package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The names of what a schema describes, with those of the sections they are in. */
final class SchemaPaths {

    private final JsonNode root;
    private final List<String> paths = new ArrayList<>();

    private SchemaPaths(JsonNode root) {
        this.root = root;
    }

    /** Without {@code global}, which Helm gives to every chart. Fails where a section allows what it does not name. */
    static List<String> of(JsonNode schema) {
        SchemaPaths search = new SchemaPaths(schema);
        search.visit("", schema);
        search.paths.remove("global");
        return search.paths;
    }

    private void visit(String prefix, JsonNode section) {
        assertThat(section.path("additionalProperties").asBoolean(true))
                .as(prefix)
                .isFalse();
        section.path("properties").properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            paths.add(path);
            JsonNode described = resolved(entry.getValue());
            if (described.has("properties") && !path.endsWith("resources")) {
                visit(path + ".", described);
            }
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }
}
