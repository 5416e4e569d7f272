package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Folder {@code k8s}: the chart as plain manifests, one file for each template. */
class PlainManifestTests {

    private static final Path FOLDER = Path.of("k8s");
    private static final List<String> WRITTEN_BY_HAND = List.of("kustomization.yaml", "namespace.yaml", "values.yaml");
    private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: openalpha/templates/(\\S+)\\n");
    /** True of what Helm installs only. */
    private static final Pattern OF_HELM =
            Pattern.compile("(?m)^ *(helm\\.sh/chart|app\\.kubernetes\\.io/managed-by): .*\\n");

    @Test
    void areAsTheChartRendersThem() throws Exception {
        for (Map.Entry<String, String> file : rendered().entrySet()) {
            GeneratedFile.check(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void areAllAppliedAndNoOthers() throws Exception {
        Map<String, Object> kustomization = new Yaml().load(Files.readString(FOLDER.resolve("kustomization.yaml")));

        assertThat(kustomization.get("resources"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("namespace.yaml"), rendered().keySet().stream())
                                .toList());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> WRITTEN_BY_HAND.contains(name) || name.equals("e2e") || inRendering(name));
        }
    }

    @Test
    void areKnownToKubernetesFieldByField() throws Exception {
        Manifests manifests = Manifests.of(String.join("---\n", rendered().values()));

        assertThat(manifests.all(CronJob.class)).hasSize(3);
        assertThat(manifests.all(Secret.class)).hasSize(1);
    }

    private static boolean inRendering(String name) {
        try {
            return rendered().containsKey(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Contents of files by their names. */
    private static Map<String, String> rendered() throws IOException {
        Map<String, List<String>> documents = Manifests.documents(Chart.plain(FOLDER.resolve("values.yaml"))).stream()
                .collect(Collectors.groupingBy(PlainManifestTests::source, TreeMap::new, Collectors.toList()));
        Map<String, String> files = new TreeMap<>();
        documents.forEach((file, parts) ->
                files.put(file, parts.stream().map(PlainManifestTests::tidied).collect(Collectors.joining("---\n"))));
        return files;
    }

    private static String source(String document) {
        Matcher source = SOURCE.matcher(document);
        if (!source.find()) {
            throw new IllegalArgumentException("Helm does not say from which template this is: " + document);
        }
        return source.group(1);
    }

    private static String tidied(String document) {
        String without =
                OF_HELM.matcher(SOURCE.matcher(document).replaceAll("")).replaceAll("");
        return without.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n", "", "\n"));
    }
}
