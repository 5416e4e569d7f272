package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of accounts and rights. */
class AccessTemplateTests {

    static List<Path> valueSets() {
        return Chart.valueSets();
    }

    @Test
    void letsTheServiceDoWhatItsLauncherDoesAndNoMore() {
        assertThat(Chart.with().the(Role.class, "oa-openalpha-serve").getRules())
                .flatExtracting(AccessTemplateTests::rights)
                .containsExactlyInAnyOrder(
                        "get cronjobs",
                        "list cronjobs",
                        "get jobs",
                        "list jobs",
                        "watch jobs",
                        "create jobs",
                        "patch jobs",
                        "list pods",
                        "list events");
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void givesNobodyRightsBeyondTheNamespaceOrByWildcard(Path valueSet) {
        Manifests manifests = Chart.with(valueSet);

        assertThat(manifests.all(ClusterRole.class)).isEmpty();
        assertThat(manifests.all(Role.class))
                .flatExtracting(Role::getRules)
                .flatExtracting(AccessTemplateTests::rights)
                .noneMatch(right -> right.contains("*") || right.contains("secrets") || right.contains("exec"));
        assertThat(manifests.all(ServiceAccount.class))
                .extracting(ServiceAccount::getAutomountServiceAccountToken)
                .containsOnly(false);
    }

    @Test
    void givesATokenToTheServiceAlone() {
        Manifests manifests = Chart.with();

        assertThat(manifests
                        .the(Deployment.class, "oa-openalpha-serve")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getAutomountServiceAccountToken())
                .isTrue();
        assertThat(Pods.of(manifests))
                .filteredOn(pod -> Boolean.TRUE.equals(pod.spec().getAutomountServiceAccountToken()))
                .hasSize(1);
    }

    @Test
    void takesAccountsThatAreThere() {
        Manifests manifests = Chart.with("serviceAccounts.serve.existing=mine", "serviceAccounts.jobs.existing=theirs");

        assertThat(manifests
                        .the(RoleBinding.class, "oa-openalpha-serve")
                        .getSubjects()
                        .get(0)
                        .getName())
                .isEqualTo("mine");
        assertThat(manifests.podOf("train").getServiceAccountName()).isEqualTo("theirs");
    }

    private static List<String> rights(PolicyRule rule) {
        return rule.getResources().stream()
                .flatMap(resource -> rule.getVerbs().stream().map(verb -> verb + " " + resource))
                .toList();
    }
}
