package io.openalpha.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The alerts of the chart, as Prometheus' own tool sees them. */
final class Alerts {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/promtool"), Path.of("/usr/local/bin/promtool"), Path.of("/opt/homebrew/bin/promtool"));

    private final PrometheusRule rule;

    private Alerts(PrometheusRule rule) {
        this.rule = rule;
    }

    static Alerts with(String... values) {
        List<String> all = Stream.concat(Stream.of("metrics.prometheusRule.enabled=true"), Stream.of(values))
                .toList();
        return new Alerts(Chart.with(all.toArray(String[]::new)).the(PrometheusRule.class, "oa-openalpha-alerts"));
    }

    List<Rule> rules() {
        return rule.getSpec().getGroups().get(0).getRules();
    }

    /** As a file of rules. */
    void writeTo(Path file) throws IOException {
        Files.writeString(file, new KubernetesSerialization().asYaml(rule.getSpec()));
    }

    /** Runs the tool in a folder; the tests are skipped where it is not installed. */
    static void promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        Path tool = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(tool != null, "promtool is not installed: apt-get install prometheus brings it");
        List<String> line =
                Stream.concat(Stream.of(tool.toString()), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
