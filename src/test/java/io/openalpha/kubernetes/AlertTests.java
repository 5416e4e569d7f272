package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Template {@code prometheusrule.yaml}. */
class AlertTests {

    @TempDir
    Path folder;

    @Test
    void areRulesThatPrometheusTakes() throws Exception {
        Alerts.with().writeTo(folder.resolve("alerts.yaml"));

        Alerts.promtool(folder, "check", "rules", "--lint=all", "--lint-fatal", "alerts.yaml");
    }

    @Test
    void fireWhenTheyShouldAndNotBefore() throws Exception {
        Alerts.with("metrics.prometheusRule.thresholds.trainingAge=7200").writeTo(folder.resolve("alerts.yaml"));
        Files.copy(
                Path.of("src/test/resources/io/openalpha/kubernetes/alert-tests.yaml"), folder.resolve("tests.yaml"));

        Alerts.promtool(folder, "test", "rules", "tests.yaml");
    }

    @Test
    void askOnlyForMetricsThatExist() {
        List<String> metrics = Alerts.with().rules().stream()
                .flatMap(rule -> Pattern.compile("openalpha_[a-z_]+")
                        .matcher(rule.getExpr().toString())
                        .results())
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(metrics).isNotEmpty().isSubsetOf(Metrics.documented());
    }

    @Test
    void haveARunbookEach() throws Exception {
        List<String> headings = Files.readString(Path.of("docs/runbooks.md"))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();

        assertThat(Alerts.with().rules()).allSatisfy(rule -> {
            assertThat(headings).contains(rule.getAlert());
            assertThat(rule.getAnnotations().get("runbook_url"))
                    .endsWith("#" + rule.getAlert().toLowerCase(Locale.ROOT));
        });
        assertThat(headings)
                .filteredOn(heading -> heading.startsWith("OpenAlpha"))
                .isSubsetOf(Alerts.with().rules().stream().map(Rule::getAlert).toList());
    }

    @Test
    void canBeLeftOutLabelledAndMoved() {
        List<Rule> rules = Alerts.with(
                        "metrics.prometheusRule.disabled[0]=OpenAlphaQuotaSpent",
                        "metrics.prometheusRule.alertLabels.team=markets",
                        "metrics.prometheusRule.thresholds.breakerOpen=99")
                .rules();

        assertThat(rules).extracting(Rule::getAlert).doesNotContain("OpenAlphaQuotaSpent");
        assertThat(rules).allSatisfy(rule -> assertThat(rule.getLabels()).containsEntry("team", "markets"));
        assertThat(rules)
                .filteredOn(rule -> rule.getAlert().equals("OpenAlphaBreakerOpen"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getExpr().toString()).contains("> 99"));
    }
}
