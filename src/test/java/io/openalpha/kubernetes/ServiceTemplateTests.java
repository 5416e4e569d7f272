package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The templates of the service, and of the ways to it. */
class ServiceTemplateTests {

    private static final String NAME = "oa-openalpha-serve";

    @Test
    void probesTheManagementPort() {
        Container container = container(Chart.with());

        assertThat(List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
                .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
                .containsOnly("management");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(container.getLifecycle().getPreStop().getSleep().getSeconds())
                .isLessThan(Chart.with()
                        .the(Deployment.class, NAME)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getTerminationGracePeriodSeconds());
    }

    @Test
    void findsTheCronJobsOfItsOwnRelease() {
        assertThat(container(Chart.with()).getEnv())
                .contains(new EnvVar("OPENALPHA_ADMIN_CRON_JOB_PREFIX", "oa-openalpha-", null))
                .contains(new EnvVar("SERVER_ADDRESS", "0.0.0.0", null));
    }

    @Test
    void rollsWhenASettingChanges() {
        assertThat(checksum("sources.yahoo.rate=7")).isNotEqualTo(checksum());
        assertThat(checksum("train.hour=7")).isEqualTo(checksum());
    }

    @Test
    void spreadsSeveralPodsAndRollsThemWithoutAGap() {
        Deployment serve = Chart.with("serve.replicas=2", "models.s3.bucket=b").the(Deployment.class, NAME);

        assertThat(serve.getSpec().getReplicas()).isEqualTo(2);
        assertThat(serve.getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isZero();
        assertThat(serve.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .extracting(constraint -> constraint.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @Test
    void leavesTheNumberOfPodsToTheAutoscaler() {
        Manifests scaled = Chart.with("serve.autoscaling.enabled=true", "models.s3.bucket=b");

        assertThat(scaled.the(Deployment.class, NAME).getSpec().getReplicas()).isNull();
        assertThat(scaled.the(HorizontalPodAutoscaler.class, NAME).getSpec().getMaxReplicas())
                .isEqualTo(4);
    }

    @Test
    void keepsMetricsOutOfTheServiceThatMayBePublic() {
        Manifests manifests = Chart.with("serve.service.type=LoadBalancer");

        assertThat(manifests.the(Service.class, NAME).getSpec().getPorts())
                .extracting(port -> port.getName())
                .containsExactly("http");
        assertThat(manifests
                        .the(Service.class, "oa-openalpha-management")
                        .getSpec()
                        .getType())
                .isEqualTo("ClusterIP");
    }

    @Test
    void neverBlocksADrain() {
        assertThat(Chart.with()
                        .the(PodDisruptionBudget.class, NAME)
                        .getSpec()
                        .getMaxUnavailable()
                        .getIntVal())
                .isEqualTo(1);
    }

    @Test
    void isReachedByAnIngressWithTls() {
        Manifests manifests = Chart.with("ingress.enabled=true", "ingress.hosts[0]=a.example", "ingress.tlsSecret=tls");
        Ingress ingress = manifests.the(Ingress.class, NAME);

        assertThat(ingress.getSpec().getRules().get(0).getHost()).isEqualTo("a.example");
        assertThat(ingress.getSpec().getTls().get(0).getHosts()).containsExactly("a.example");
        assertThat(container(manifests).getEnv())
                .contains(new EnvVar("SERVER_FORWARD_HEADERS_STRATEGY", "native", null));
    }

    @Test
    void isReachedByARouteOfAGateway() {
        HTTPRoute route =
                Chart.with(Chart.valueSet("full")).the(HTTPRoute.class, "alpha-of-the-very-long-name-here-serve");

        assertThat(route.getSpec().getParentRefs().get(0).getName()).isEqualTo("public");
        assertThat(route.getSpec().getRules().get(0).getBackendRefs().get(0).getPort())
                .isEqualTo(443);
    }

    @Test
    void isNotThereWhenDisabled() {
        Manifests minimal = Chart.with(Chart.valueSet("minimal"));

        assertThat(minimal.all(Deployment.class)).isEmpty();
        assertThat(minimal.names()).noneMatch(name -> name.contains("serve"));
    }

    private static Container container(Manifests manifests) {
        return manifests
                .the(Deployment.class, NAME)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    private static String checksum(String... values) {
        return Chart.with(values)
                .the(Deployment.class, NAME)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("checksum/config");
    }
}
