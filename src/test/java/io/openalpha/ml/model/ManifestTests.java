package io.openalpha.ml.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.ControlResult;
import io.openalpha.ml.evaluation.Evaluations;
import io.openalpha.ml.evaluation.Importance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTests {

    private static final Manifest MANIFEST = manifest(new Assessment(
            null,
            List.of(),
            List.of("ranks better than chance"),
            null,
            new ControlResult(0.5),
            new Importance("AUC", Map.of("return_1", 0.25))));

    private static final String TEXT = """
            {
              "format" : 1,
              "version" : "random_forest_20261122_020000",
              "model" : {
                "sha256" : "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                "bytes" : 7
              },
              "training" : {
                "algorithm" : "random_forest",
                "features" : {
                  "version" : 1,
                  "names" : [ "return_1", "return_5" ]
                },
                "data" : {
                  "first" : "2016-11-21",
                  "last" : "2026-11-20",
                  "rows" : 1200000,
                  "symbols" : 481,
                  "sha256" : "abababababababababababababababababababababababababababababababab"
                },
                "settings" : {
                  "depth" : "10",
                  "trees" : "100"
                },
                "seed" : 42,
                "libraries" : {
                  "openalpha" : "0.1.0",
                  "tribuo" : "4.3.2"
                },
                "provenance" : {
                  "trainer" : "forest"
                }
              },
              "evaluation" : {
                "baselines" : [ ],
                "verdict" : [ "ranks better than chance" ],
                "control" : {
                  "auc" : 0.5
                },
                "importance" : {
                  "metric" : "AUC",
                  "drops" : {
                    "return_1" : 0.25
                  }
                }
              }
            }""";

    @Test
    void isWrittenInOneOrderAlways() {
        assertThat(new String(ManifestJson.write(MANIFEST), UTF_8)).isEqualToNormalizingNewlines(TEXT);
    }

    @Test
    void isReadAsItWasWritten() {
        Manifest whole = manifest(Evaluations.assessment("random_forest", 0.015, 2.5));

        assertThat(ManifestJson.read(TEXT.getBytes(UTF_8))).isEqualTo(MANIFEST);
        assertThat(ManifestJson.read(ManifestJson.write(whole))).isEqualTo(whole);
    }

    @Test
    void mayHoldMoreThanThisVersionKnows() {
        byte[] later = TEXT.replace("\"seed\" : 42", "\"seed\" : 42, \"mood\" : \"good\"")
                .replace("\"auc\" : 0.5", "\"auc\" : 0.5, \"brier\" : 0.25")
                .getBytes(UTF_8);

        assertThat(ManifestJson.read(later)).isEqualTo(MANIFEST);
    }

    @Test
    void mayLackWhatWasNotMeasured() {
        String untested = TEXT.substring(0, TEXT.indexOf("\"evaluation\"")) + "\"evaluation\" : {}}";

        assertThat(ManifestJson.read(untested.getBytes(UTF_8))).isEqualTo(manifest(Assessment.NONE));
    }

    @Test
    void ofALaterFormatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManifestJson.read(
                        TEXT.replace("\"format\" : 1", "\"format\" : 2").getBytes(UTF_8)))
                .withMessage("the manifest has format 2, and this OpenAlpha reads up to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"format\":1,\"version\":\"x_20261122_020000\"}", "\u0000\u0001"})
    void isRefusedWhenItIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManifestJson.read(text.getBytes(UTF_8)))
                .withMessage("the manifest is not readable");
    }

    private static Manifest manifest(Assessment assessment) {
        return new Manifest(
                1, "random_forest_20261122_020000", new Digest("cd".repeat(32), 7), Trained.forest(), assessment);
    }
}
