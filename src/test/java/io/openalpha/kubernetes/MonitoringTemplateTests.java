package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Templates of monitors and dashboard. */
class MonitoringTemplateTests {

    @Test
    void scrapesTheServiceAsAUserThatIsMadeForIt() {
        Manifests manifests = Chart.with("metrics.serviceMonitor.enabled=true");
        ServiceMonitor monitor = manifests.the(ServiceMonitor.class, "oa-openalpha-serve");
        Endpoint endpoint = monitor.getSpec().getEndpoints().get(0);

        assertThat(manifests
                        .the(Service.class, "oa-openalpha-management")
                        .getMetadata()
                        .getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(endpoint.getPort()).isEqualTo("management");
        assertThat(endpoint.getPath()).isEqualTo("/actuator/prometheus");
        assertThat(endpoint.getBasicAuth().getPassword().getName()).isEqualTo("oa-openalpha-metrics");
        assertThat(manifests.the(Secret.class, "oa-openalpha-metrics").getStringData())
                .containsEntry("username", "prometheus");
        assertThat(environment(manifests)).contains("OPENALPHA_ADMIN_USERS_PROMETHEUS_PASSWORD");
    }

    @Test
    void scrapesPodsInstead() {
        PodMonitor monitor = Chart.with("metrics.podMonitor.enabled=true").the(PodMonitor.class, "oa-openalpha-serve");

        assertThat(monitor.getSpec().getPodMetricsEndpoints().get(0).getPath()).isEqualTo("/actuator/prometheus");
    }

    @Test
    void takesAUserThatIsThere() {
        Manifests manifests =
                Chart.with("metrics.serviceMonitor.enabled=true", "metrics.basicAuth.existingSecret=mine");

        assertThat(manifests.find(Secret.class, "oa-openalpha-metrics")).isEmpty();
        assertThat(environment(manifests)).noneMatch(name -> name.contains("PROMETHEUS"));
    }

    @Test
    void pushesTheLastMetricsOfJobsWhereConfigured() {
        Manifests manifests =
                Chart.with("metrics.pushGateway.enabled=true", "metrics.pushGateway.address=gateway:9091");

        assertThat(manifests.podOf("collect").getContainers().get(0).getEnv())
                .contains(new EnvVar("MANAGEMENT_PROMETHEUS_METRICS_EXPORT_PUSHGATEWAY_ADDRESS", "gateway:9091", null));
        assertThat(environment(manifests)).noneMatch(name -> name.contains("PUSHGATEWAY"));
    }

    @Test
    void showsOnTheDashboardOnlyMetricsThatExist() {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(Chart.with("metrics.dashboard.enabled=true")
                        .the(ConfigMap.class, "oa-openalpha-dashboard")
                        .getData()
                        .get("openalpha.json"));
        List<String> metrics = Pattern.compile("openalpha_[a-z_]+")
                .matcher(dashboard.toString())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(dashboard.path("panels").size()).isGreaterThan(20);
        assertThat(metrics).isNotEmpty().isSubsetOf(Metrics.documented());
    }

    private static List<String> environment(Manifests manifests) {
        return manifests
                .the(Deployment.class, "oa-openalpha-serve")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv()
                .stream()
                .map(EnvVar::getName)
                .toList();
    }
}
