package io.openalpha.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/** Copies of a chart that are changed a little. */
final class ChartCopy {

    private static final String HOOK = "helm.sh/hook";
    private static final String NO_HOOK = "helm.sh/would-be-hook";

    private ChartCopy() {}

    /** With other values of its own. */
    static void of(Path chart, Path copy, Map<String, Object> values) throws IOException {
        FileSystemUtils.copyRecursively(chart, copy);
        Path own = copy.resolve("values.yaml");
        Map<String, Object> defaults = new Yaml().load(Files.readString(own));
        Files.writeString(own, new Yaml().dump(merged(defaults, values)));
    }

    /** Without hooks, which Helm's library does not render: they are plain objects until {@link #withHooks}. */
    static Path withoutHooks(Path chart) {
        try {
            Path copy = Files.createTempDirectory("chart").resolve(chart.getFileName());
            FileSystemUtils.copyRecursively(chart, copy);
            try (Stream<Path> files = Files.walk(copy.resolve("templates"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, Files.readString(file).replace(HOOK, NO_HOOK));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was rendered from such a copy, as if it had been from the chart. */
    static String withHooks(String rendered) {
        return rendered.replace(NO_HOOK, HOOK);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merged(Map<String, Object> under, Map<String, Object> over) {
        Map<String, Object> result = new LinkedHashMap<>(under);
        over.forEach((key, after) -> result.compute(
                key,
                (name, before) -> before instanceof Map && after instanceof Map
                        ? merged((Map<String, Object>) before, (Map<String, Object>) after)
                        : after));
        return result;
    }
}
