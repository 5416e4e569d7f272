package io.openalpha.ml.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.format.Json;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Importance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a training of November 2026 stored, before evaluations were read as records: a manifest from a store, one as the
 * database holds it (its fields in another order), and the numbers of a decision.
 */
class EarlierManifestTests {

    private static final VersionName VERSION = VersionName.parse("random_forest_20261201_002154");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"random_forest.json", "neural_network_row.json"})
    void isReadFully(String file) throws IOException {
        byte[] stored = resource(file);

        Manifest manifest = ManifestJson.read(stored);

        assertThat(Json.STORED.readTree(ManifestJson.write(manifest))).isEqualTo(Json.STORED.readTree(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random_forest.json", "neural_network_row.json"})
    void showsTheImportanceOfEveryFeature(String file) throws IOException {
        Manifest manifest = ManifestJson.read(resource(file));

        Importance importance = Objects.requireNonNull(manifest.evaluation().importance());
        assertThat(importance.drops().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        manifest.training().features().names());
        assertThat(List.copyOf(importance.drops().values())).hasSize(31).isSortedAccordingTo(Comparator.reverseOrder());
        ModelVersion version = new ModelVersion(manifest.name(), Instant.EPOCH, Standing.STORED, manifest, null);
        assertThat(new ModelCard(version, List.of()).text())
                .contains("Importance by permutation")
                .contains(importance.drops().keySet());
    }

    @Test
    void decisionIsReadWithItsChecks(@TempDir Path folder) throws IOException {
        Models models = Models.on(database, new FolderStore(folder));
        models.jdbc()
                .sql("""
                        insert into model_decision (algorithm, version, ruling, decided_by, reason, numbers)
                        values (?, ?, 'rejected', 'train', 'failed: out-of-sample days', ?::jsonb)""")
                .params(VERSION.algorithm(), VERSION.toString(), new String(resource("decision_numbers.json"), UTF_8))
                .update();

        List<Check> checks =
                models.registry().decisions(VERSION).get(0).reason().checks();

        assertThat(checks).hasSize(7);
        assertThat(checks).contains(new Check("out-of-sample days", "at least 250", "71", false));
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream resource = EarlierManifestTests.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(resource).readAllBytes();
        }
    }
}
