package io.openalpha.jobs.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What one training leaves behind. */
@ExtendWith(OutputCaptureExtension.class)
class TrainingResultIntegrationTests {

    private static final SyntheticMarket MARKET = new SyntheticMarket(7, 30, 240, 0.1);

    private static TrainingMarket market;
    private static RunEnd end;
    private static String log;

    @BeforeAll
    static void train(@TempDir Path folder, CapturedOutput output) {
        market = new TrainingMarket(folder).with(MARKET);
        end = market.train("a");
        log = output.getErr();
    }

    @AfterAll
    static void close() {
        market.close();
    }

    @Test
    void publishesAVersionOfEachAlgorithmAndDecidesAboutIt() {
        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.versions())
                .extracting(version -> version.name().algorithm())
                .containsExactlyInAnyOrder("random_forest", "neural_network");
        for (ModelVersion version : market.versions()) {
            ModelDecision decision = only(market.decisions(version));
            assertThat(decision.reason().who()).isEqualTo("train");
            assertThat(decision.reason().checks())
                    .extracting(Check::name)
                    .contains("rank IC", "champion", "shuffled control", "reload");
            assertThat(log).contains("Training completed with metrics: %s: accuracy".formatted(version.name()));
        }
    }

    @Test
    void manifestSaysAllOfHowItWasMade() {
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
            assertThat(training.provenance()).containsKeys("settings_sha256", "tribuo_version");
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

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
