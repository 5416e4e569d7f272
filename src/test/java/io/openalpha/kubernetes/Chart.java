package io.openalpha.kubernetes;

import static org.junit.jupiter.api.Assumptions.abort;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The chart of OpenAlpha, rendered in this process by Helm's library; tests are skipped on platforms without it. */
final class Chart {

    static final Path FOLDER = Path.of("helm/openalpha");

    private static final Path COPY = ChartCopy.withoutHooks(FOLDER);
    /** Many tests look at the same objects, and none changes them. */
    private static final Map<List<String>, Manifests> RENDERED = new ConcurrentHashMap<>();

    private static final String KUBERNETES = "1.36.0";

    private Chart() {}

    /** The sets of values in the chart's folder {@code ci}. */
    static List<Path> valueSets() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path valueSet(String name) {
        return FOLDER.resolve("ci/%s-values.yaml".formatted(name));
    }

    /** With the defaults and these values, such as {@code collect.shards=4}, as {@code oa} in {@code market}. */
    static Manifests with(String... values) {
        return RENDERED.computeIfAbsent(List.of(values), key -> Manifests.of(render(command(), values)));
    }

    /** With a set of values, and these besides. */
    static Manifests with(Path valueSet, String... values) {
        List<String> key =
                Stream.concat(Stream.of(valueSet.toString()), Stream.of(values)).toList();
        return RENDERED.computeIfAbsent(
                key, all -> Manifests.of(render(command().withValuesFile(valueSet), values)));
    }

    /** As YAML without hooks, as release {@code openalpha} in a namespace of that name. */
    static String plain(Path values) {
        return helm(FOLDER)
                .template()
                .withName("openalpha")
                .withNamespace("openalpha")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();
    }

    /** As YAML, hooks included. */
    static String render(TemplateCommand command, String... values) {
        for (String value : values) {
            int equals = value.indexOf('=');
            command.set(value.substring(0, equals), value.substring(equals + 1));
        }
        return ChartCopy.withHooks(command.call());
    }

    /** With passwords, for without them the chart would look into a cluster whether it had made some up before. */
    private static TemplateCommand command() {
        return helm(COPY)
                .template()
                .withName("oa")
                .withNamespace("market")
                .withKubeVersion(KUBERNETES)
                .set("postgresql.password", "of-the-trial")
                .set("auth.adminPassword", "of-the-administrator")
                .set("metrics.basicAuth.password", "of-the-metrics");
    }

    /** What the person is told who installs it; nothing is installed, and no cluster is asked. */
    static String notes(String... values) {
        InstallCommand command = helm(FOLDER)
                .install()
                .withName("oa")
                .withNamespace("market")
                .withKubeVersion(KUBERNETES)
                .clientOnly()
                .dryRun()
                .withDryRunOption(DryRun.CLIENT);
        for (String value : values) {
            int equals = value.indexOf('=');
            command.set(value.substring(0, equals), value.substring(equals + 1));
        }
        String output = command.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    /** Helm's library lints with the chart's own values only, so these become a copy's own. */
    static LintResult lint(Path valueSet, Path copy) throws IOException {
        ChartCopy.of(FOLDER, copy, new Yaml().load(Files.readString(valueSet)));
        return helm(copy).lint().strict().call();
    }

    private static Helm helm(Path chart) {
        try {
            NativeLibrary.getInstance();
            return new Helm(chart);
        } catch (IllegalStateException | LinkageError e) {
            return abort("Helm's library is not there for %s on %s: %s"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), e.getMessage()));
        }
    }
}
