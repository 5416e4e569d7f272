package io.openalpha.jobs.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.PairedComparison;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.ModelVersion;
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
        assertThat(challenger.manifest().training().provenance().get("settings_sha256"))
                .isNotEqualTo(champion.manifest().training().provenance().get("settings_sha256"));
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
}
