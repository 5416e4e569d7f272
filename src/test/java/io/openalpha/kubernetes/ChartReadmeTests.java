package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values of the chart: each documented, each in the schema, and all in the README. */
class ChartReadmeTests {

    private static final String HEAD = """
            # The chart of OpenAlpha

            Scheduled jobs, the service, and what watches them. How to install it: [docs/kubernetes.md](../../docs/kubernetes.md).

            ```sh
            helm install openalpha helm/openalpha --namespace openalpha --create-namespace
            ```

            It needs Kubernetes 1.31 or newer. The values below are checked against a schema: what is misspelt is refused.

            ## Values

            | value | default | meaning |
            |---|---|---|
            """;

    @Test
    void documentsEveryValue() throws Exception {
        assertThat(values())
                .filteredOn(value -> !value.standard().isEmpty())
                .allSatisfy(value ->
                        assertThat(value.description()).as(value.path()).endsWith("."));
    }

    @Test
    void hasTheSameValuesInTheSchemaAndNoOthersAllowed() throws Exception {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(Chart.FOLDER.resolve("values.schema.json")));

        assertThat(SchemaPaths.of(schema))
                .containsExactlyInAnyOrderElementsOf(
                        values().stream().map(ValuesFile.Value::path).toList());
    }

    @Test
    void isWrittenFromTheValues() throws Exception {
        String rows = values().stream()
                .filter(value -> !value.description().isEmpty())
                .map(ChartReadmeTests::row)
                .collect(Collectors.joining());

        GeneratedFile.check(Chart.FOLDER.resolve("README.md"), HEAD + rows);
    }

    private static List<ValuesFile.Value> values() throws Exception {
        return ValuesFile.read(Chart.FOLDER.resolve(Path.of("values.yaml")));
    }

    private static String row(ValuesFile.Value value) {
        String standard =
                value.standard().isEmpty() || value.standard().equals("\"\"") ? "" : "`%s`".formatted(value.standard());
        return "| `%s` | %s | %s |%n"
                .formatted(value.path(), standard, value.description().replace("|", "\\|"))
                .replace(System.lineSeparator(), "\n");
    }
}
