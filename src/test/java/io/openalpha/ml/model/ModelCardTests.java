package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelCardTests {

    private static final JsonNode EVALUATION = ManifestJson.MAPPER.readTree("""
            {"model": {"name": "random forest",
               "pooled": {"name": "all", "metrics": {"rows": 200000, "days": 500,
                 "accuracy": {"value": 0.511, "low": 0.509, "high": 0.513},
                 "direction": {"accuracy": {"value": 0.52}, "alwaysUp": 0.519},
                 "auc": {"value": 0.5123, "low": 0.51, "high": 0.5146},
                 "logLoss": {"model": {"value": 0.692901}, "baseRate": 0.693142,
                             "excess": {"value": -0.000241, "low": -0.0004, "high": -0.0001}},
                 "brier": {"score": {"value": 0.24988}},
                 "calibration": [{"forecast": 0.48, "frequency": 0.485, "count": 20000}],
                 "rankIc": {"mean": {"value": 0.0153, "low": 0.01, "high": 0.0206}, "icir": 0.12, "t": 3.45},
                 "portfolio": {"gross": {"value": 0.00123, "low": 0.0005, "high": 0.0019}, "turnover": 2.5,
                               "costBps": 5.0, "net": -0.00002, "breakEvenBps": 4.92}}},
               "folds": [{"name": "fold 1", "first": "2024-01-02", "last": "2024-12-31",
                          "metrics": {"rows": 100000, "days": 252}}],
               "years": []},
             "baselines": [{"name": "always up", "pooled": {"metrics": {"accuracy": {"value": 0.5}}}}],
             "verdict": ["ranks better than chance"],
             "importance": {"metric": "rank IC", "drops": {"return_5": 0.001, "return_1": 0.004}}}""");

    private static final ModelDecision DECISION = new ModelDecision(
            VersionName.parse("random_forest_20261122_020000"),
            Ruling.PROMOTED,
            Instant.parse("2026-11-22T02:05:00Z"),
            new Reason("train", "all checks passed", ManifestJson.MAPPER.readTree("""
                    {"checks": [
                      {"name": "rank IC", "required": "t above 2", "measured": "t 3.45", "passed": true},
                      {"name": "a|b", "required": "x", "measured": "y", "passed": false}]}""")));

    @Test
    void showsEveryFigureBesideTheBaselines() {
        assertThat(card(EVALUATION).text())
                .startsWith("Model random_forest_20261122_020000\n===")
                .contains("promoted; published 2026-11-22T02:04:00Z")
                .contains("ranks better than chance")
                .contains("random forest  0.0153 [0.0100, 0.0206]  3.45  0.1200  0.5123 [0.5100, 0.5146]")
                .containsPattern("always up +- +- +- +- +0\\.5000 +-")
                .contains("random forest  0.692901  0.693142     -0.000241 [-0.000400, -0.000100]  0.2499")
                .contains("random forest  12.30 [5.00, 19.00]  2.50      5.0    -0.20  4.92")
                .contains("fold 1, 2024-01-02 to 2024-12-31  252   100,000")
                .contains("0.4800    0.4850     20,000")
                .doesNotContain("Years");
    }

    @Test
    void showsTheMostImportantFeatureFirst() {
        assertThat(card(EVALUATION).text()).contains("Feature   Lost rank IC\nreturn_1  0.00400\nreturn_5  0.00100\n");
    }

    @Test
    void showsDecisionsWithTheirChecks() {
        assertThat(card(EVALUATION).text())
                .contains("Decision: promoted")
                .contains("2026-11-22 02:05:00 UTC, by train: all checks passed")
                .contains("rank IC  t above 2  t 3.45    passed")
                .contains("a|b      x          y         failed");
    }

    @Test
    void showsHowTheModelWasMade() {
        assertThat(card(EVALUATION).text())
                .contains("1,200,000 rows of 481 symbols, from 2016-11-21 to 2026-11-20.")
                .contains("2 features of version 1, in this order:\nreturn_1, return_5\n")
                .contains("Seed: 42")
                .contains("trees  100\n")
                .contains("tribuo     4.3.2\n")
                .contains("model.pb of 7 bytes, SHA-256 abc");
    }

    @Test
    void isMarkdownToo() {
        assertThat(card(EVALUATION).markdown())
                .startsWith("# Model random\\_forest\\_20261122\\_020000\n\n## Standing\n\n- promoted;")
                .contains("| Feature | Lost rank IC |\n| --- | --- |\n| return\\_1 | 0.00400 |\n")
                .contains("| a\\|b | x | y | failed |");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        assertThat(card(ManifestJson.MAPPER.readTree("{}")).text())
                .contains("Data\n----")
                .doesNotContain("Verdict", "baselines", "Calibration", "Importance", "null");
    }

    @Test
    void readsAnEvaluationOfAnotherShapeWithoutFailing() {
        JsonNode odd = ManifestJson.MAPPER.readTree("""
                {"model": "x", "baselines": {"a": 1}, "verdict": "good", "importance": [1, 2]}""");

        assertThat(card(odd).text()).contains("Settings");
        assertThat(card(odd).markdown()).contains("Settings");
    }

    private static ModelCard card(JsonNode evaluation) {
        Manifest manifest =
                new Manifest(1, "random_forest_20261122_020000", new Digest("abc", 7), Trained.forest(), evaluation);
        return new ModelCard(
                new ModelVersion(
                        manifest.name(), Instant.parse("2026-11-22T02:04:00Z"), Standing.PROMOTED, manifest, null),
                List.of(DECISION));
    }
}
