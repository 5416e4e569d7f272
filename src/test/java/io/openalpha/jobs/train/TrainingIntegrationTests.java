package io.openalpha.jobs.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.PairedComparison;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingRecord;
import io.openalpha.run.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrainingIntegrationTests {

    private static final SyntheticMarket MARKET = new SyntheticMarket(7, 30, 240, 0.1);

    @AutoClose
    private final TrainingMarket market;

    TrainingIntegrationTests(@TempDir Path folder) {
        market = new TrainingMarket(folder).with(MARKET);
    }

    @Test
    void publishesAVersionOfEachAlgorithmAndDecidesAboutIt(CapturedOutput output) {
        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.versions())
                .extracting(version -> version.name().algorithm())
                .containsExactlyInAnyOrder("random_forest", "neural_network");
        for (ModelVersion version : market.versions()) {
            ModelDecision decision = only(market.decisions(version));
            assertThat(decision.reason().who()).isEqualTo("train");
            assertThat(decision.reason().checks())
                    .extracting(Check::name)
                    .contains("rank IC", "champion", "shuffled control", "reload");
            assertThat(output.getErr())
                    .contains("Training completed with metrics: %s: accuracy".formatted(version.name()));
        }
    }

    @Test
    void manifestSaysAllOfHowItWasMade() {
        market.train("a");

        for (ModelVersion version : market.versions()) {
            TrainingRecord training = version.manifest().training();
            assertThat(training.data().sha256())
                    .isEqualTo(MARKET.dataset(LabelSettings.DEFAULT).sha256());
            assertThat(training.data().symbols()).isEqualTo(30);
            // Of 240 days 99 only fill look-backs, and the outcomes of the last two are not known.
            assertThat(training.data().rows()).isEqualTo(30 * (240 - 99 - 2));
            assertThat(training.data().first()).isEqualTo(MARKET.dates().get(99));
            assertThat(training.data().last()).isEqualTo(MARKET.dates().get(237));
            assertThat(training.features().names()).hasSize(31);
            assertThat(training.settings())
                    .containsEntry("label", "ABOVE_MEDIAN")
                    .containsEntry("folds", "4");
            assertThat(training.seed()).isEqualTo(42);
            assertThat(training.provenance()).containsKeys("settings.sha256", "tribuo-version");
            Assessment assessment = version.manifest().evaluation();
            assertThat(requireNonNull(requireNonNull(assessment.metrics()).auc())
                            .value())
                    .isBetween(0.4, 0.7);
            assertThat(assessment.baselines()).hasSize(6);
            assertThat(requireNonNull(assessment.importance()).drops()).hasSize(31);
            assertThat(requireNonNull(assessment.control()).auc()).isBetween(0.4, 0.6);
        }
    }

    @Test
    void cardShowsWhatTheEvaluationFound() {
        market.train("a");

        for (ModelVersion version : market.versions()) {
            ModelCard card = new ModelCard(version, market.decisions(version));
            assertThat(card.text())
                    .contains(
                            "Verdict",
                            "1-day reversal",
                            "logistic regression",
                            "Calibration",
                            "Importance by permutation",
                            "log_return_1",
                            "Decision: ",
                            "shuffled control")
                    .doesNotContain("null", "NaN");
            assertThat(card.markdown()).contains("| Feature", "| logistic regression");
        }
    }

    @Test
    void sameDataSettingsAndSeedGiveTheSameForestAndTheSameMetrics() {
        market.train("a");
        market.train("b");

        // A network too, on one machine: each member is trained on one thread.
        for (String algorithm : List.of("random_forest", "neural_network")) {
            List<ModelVersion> both = versions(algorithm);
            assertThat(both).hasSize(2);
            ModelVersion first = both.get(1);
            ModelVersion second = both.get(0);
            assertThat(second.manifest().training().data())
                    .isEqualTo(first.manifest().training().data());
            assertThat(second.manifest().training().provenance())
                    .isEqualTo(first.manifest().training().provenance());
            assertThat(second.manifest().evaluation())
                    .usingRecursiveComparison()
                    .ignoringFields("versusChampion")
                    .isEqualTo(first.manifest().evaluation());
        }
        assertThat(versions("random_forest").get(0).manifest().model())
                .isEqualTo(versions("random_forest").get(1).manifest().model());
    }

    @Test
    void comparesWithTheChampionsWayOfTrainingAndNotesAChangedSetting(CapturedOutput output) {
        market.train("a");
        market.with("openalpha.training.forest.trees=7", "openalpha.training.promotion=always");
        market.train("b");

        List<ModelVersion> forests = versions("random_forest");
        ModelVersion challenger = forests.get(0);
        ModelVersion champion = forests.get(1);
        assertThat(challenger.manifest().training().settings()).containsEntry("trees", "7");
        assertThat(challenger.manifest().training().provenance().get("settings.sha256"))
                .isNotEqualTo(champion.manifest().training().provenance().get("settings.sha256"));
        assertThat(output.getErr()).contains("random_forest is compared with the settings of the one that serves");
        PairedComparison pair =
                requireNonNull(challenger.manifest().evaluation().versusChampion());
        assertThat(pair.championIc()).isCloseTo(rankIc(champion), within(1e-12));
        assertThat(pair.challengerIc()).isCloseTo(rankIc(challenger), within(1e-12));
        assertThat(champion.manifest().evaluation().versusChampion()).isNull();
    }

    @Test
    void keepsTheLastVersionsAndTheOneThatServes() {
        market.with("openalpha.training.keep-versions=1");
        market.train("a");
        market.train("b");
        market.train("c");

        for (String algorithm : List.of("random_forest", "neural_network")) {
            List<ModelVersion> kept = versions(algorithm);
            assertThat(kept).hasSizeBetween(1, 2);
            assertThat(kept).allSatisfy(version -> assertThat(
                            Files.exists(market.folder().resolve(version.name().toString())))
                    .isTrue());
        }
        assertThat(market.folder().toFile().list()).hasSize(market.versions().size());
    }

    private static double rankIc(ModelVersion version) {
        Metrics metrics = requireNonNull(version.manifest().evaluation().metrics());
        return requireNonNull(metrics.meanRankIc()).value();
    }

    private List<ModelVersion> versions(String algorithm) {
        return market.versions().stream()
                .filter(version -> version.name().algorithm().equals(algorithm))
                .toList();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
