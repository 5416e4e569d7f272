package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Template {@code networkpolicies.yaml}. */
class NetworkTemplateTests {

    @Test
    void deniesWhateverIsNotAllowedToEveryPod() {
        Manifests manifests = Chart.with();
        NetworkPolicy deny = manifests.the(NetworkPolicy.class, "oa-openalpha-deny");

        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getSpec().getEgress()).isEmpty();
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(Pods.of(manifests))
                .allSatisfy(pod ->
                        assertThat(selects(deny, pod.labels())).as(pod.owner()).isTrue());
    }

    @Test
    void letsPodsReachWhatTheyNeed() {
        Manifests external = Chart.with(Chart.valueSet("external"));

        assertThat(egress(external, "collect")).containsExactly(53, 443, 5432);
        assertThat(egress(external, "train")).containsExactly(53, 443, 5432);
        assertThat(egress(external, "serve")).containsExactly(53, 443, 5432, 6443);
        assertThat(egress(external, "migrate")).containsExactly(53, 5432);
        assertThat(egress(Chart.with(), "train")).as("without a bucket").containsExactly(53, 5432);
        assertThat(egress(Chart.with("traces.endpoint=http://collector:4318"), "train"))
                .containsExactly(53, 4318, 5432);
    }

    @Test
    void letsNothingReachTheAddressesOfTheCloudItself() {
        assertThat(Chart.with(Chart.valueSet("external")).all(NetworkPolicy.class))
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .flatExtracting(NetworkPolicyEgressRule::getTo)
                .extracting(NetworkPolicyPeer::getIpBlock)
                .filteredOn(block -> block != null && block.getCidr().equals("0.0.0.0/0"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.getExcept()).contains("169.254.0.0/16", "10.0.0.0/8"));
    }

    @Test
    void letsOnlyOursReachTheDatabaseForTryingOut() {
        NetworkPolicy policy = Chart.with().the(NetworkPolicy.class, "oa-openalpha-postgresql");

        assertThat(policy.getSpec().getIngress()).singleElement().satisfies(rule -> assertThat(rule.getFrom())
                .singleElement()
                .satisfies(peer -> assertThat(peer.getPodSelector().getMatchLabels())
                        .containsEntry("app.kubernetes.io/instance", "oa")));
    }

    @Test
    void narrowsWhoMayAskTheServiceAndWhatItMayAsk() {
        NetworkPolicy policy =
                Chart.with(Chart.valueSet("full")).the(NetworkPolicy.class, "alpha-of-the-very-long-name-here-serve");

        assertThat(policy.getSpec().getIngress())
                .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
        assertThat(policy.getSpec()
                        .getEgress()
                        .get(0)
                        .getTo()
                        .get(0)
                        .getIpBlock()
                        .getCidr())
                .isEqualTo("10.0.0.1/32");
    }

    @Test
    void isLeftToOthersWhenDisabled() {
        assertThat(Chart.with(Chart.valueSet("minimal")).all(NetworkPolicy.class))
                .isEmpty();
    }

    private static List<Integer> egress(Manifests manifests, String component) {
        Map<String, String> labels = Pods.of(manifests).stream()
                .map(Pods.Planned::labels)
                .filter(pod -> component.equals(pod.get("app.kubernetes.io/component")))
                .findFirst()
                .orElseThrow();
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> selects(policy, labels))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .flatMap(NetworkTemplateTests::number)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Integer> number(NetworkPolicyPort port) {
        return Stream.ofNullable(port.getPort().getIntVal()).filter(Objects::nonNull);
    }

    private static boolean selects(NetworkPolicy policy, Map<String, String> labels) {
        LabelSelector selector = policy.getSpec().getPodSelector();
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream()
                        .allMatch(term -> term.getValues().contains(labels.get(term.getKey())));
    }
}
