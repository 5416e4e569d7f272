package io.openalpha.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.jobs.train.TrainingMarket;
import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Standing;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models that the training job trained here, as every face of the service shows them. */
class TrainedModelIntegrationTests {

    @TempDir
    private static Path folder;

    private static AdminService service;
    private static List<ModelVersion> versions;

    @BeforeAll
    static void train() {
        service = AdminService.start("openalpha.model.folder=" + folder);
        // The service closes the database.
        TrainingMarket market =
                new TrainingMarket(service.database(), folder).with(new SyntheticMarket(7, 30, 240, 0.1));
        market.train("a");
        market.train("b");
        versions = market.versions();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void pageShowsTheImportanceOfAllFeatures() {
        for (ModelVersion version : versions) {
            JsonNode chart = chart("/models/" + version.name(), "ranking");

            assertThat(chart.findValuesAsString("name"))
                    .containsExactlyElementsOf(importance(version).drops().keySet())
                    .containsExactlyInAnyOrderElementsOf(FeatureSet.labels())
                    .hasSize(31);
            assertThat(chart.path(0).path("value").asDouble())
                    .isEqualTo(importance(version).drops().values().iterator().next());
        }
    }

    @Test
    void pageShowsTheCalibrationTheBaselinesAndTheControl() {
        ModelVersion forest = versions.get(0);
        Assessment assessment = forest.manifest().evaluation();

        assertThat(chart("/models/" + forest.name(), "calibration"))
                .hasSize(metrics(forest).calibration().size());
        assertThat(get("/models/" + forest.name()))
                .contains(HtmlUtils.htmlEscape(assessment.verdict().get(0)))
                .contains(
                        "1-day reversal", "logistic regression", rankIc(forest).shown())
                .contains(String.format(
                        Locale.ROOT,
                        "%.4f (0.5 means no leak)",
                        Objects.requireNonNull(assessment.control()).auc()));
    }

    @Test
    void everyLineOfTheTrendIsInItsPoints() {
        JsonNode chart = chart("/models", "trend");

        assertThat(chart.path("points")).hasSize(2);
        for (JsonNode line : chart.path("lines")) {
            assertThat(chart.path("points"))
                    .allSatisfy(point -> assertThat(point.path(line.path("key").asString())
                                    .path("value")
                                    .isNumber())
                            .as(line.toString())
                            .isTrue());
        }
    }

    @Test
    void cardShowsTheImportanceOfAllFeatures() {
        for (ModelVersion version : versions) {
            String path = "/api/v1/models/" + version.name() + "/card";

            assertThat(service.get("viewer", path, "Accept", "text/plain").body())
                    .contains("Feature", "Lost AUC", "Decision: ", "shuffled control")
                    .contains(FeatureSet.labels())
                    .doesNotContain("null", "NaN");
            assertThat(get(path)).contains("| Feature | Lost AUC |");
        }
    }

    @Test
    void interfaceAnswersWithTheFiguresInSnakeCase() {
        ModelVersion version = versions.get(0);

        JsonNode model = AdminService.json(service.get("viewer", "/api/v1/models/" + version.name()));

        JsonNode metrics = model.path("metrics");
        assertThat(metrics.at("/rank_ic/mean/value").asDouble())
                .isEqualTo(rankIc(version).value());
        assertThat(metrics.at("/log_loss/base_rate").isNumber()).isTrue();
        assertThat(metrics.at("/days").asInt()).isEqualTo(metrics(version).days());
        assertThat(model.toString()).doesNotContain("rankIc", "logLoss");
    }

    @Test
    void metricsShowTheModelThatServes() {
        String scrape = service.send(
                        AdminService.as("viewer", HttpRequest.newBuilder(service.management("/actuator/prometheus"))))
                .body();

        for (ModelVersion version : versions) {
            if (version.standing() != Standing.STORED) {
                String algorithm = version.name().algorithm();
                assertThat(scrape)
                        .contains("openalpha_model_rank_ic{algorithm=\"%s\"} %s"
                                .formatted(algorithm, rankIc(version).value()))
                        .contains("openalpha_dataset_rows{algorithm=\"%s\"} 4170.0".formatted(algorithm));
            }
        }
    }

    private static JsonNode chart(String page, String kind) {
        Matcher chart = Pattern.compile("<div[^>]*data-kind=\"" + kind + "\"[^>]*data-json=\"([^\"]*)\"")
                .matcher(get(page));
        assertThat(chart.find()).as("chart " + kind).isTrue();
        return JsonMapper.shared().readTree(HtmlUtils.htmlUnescape(chart.group(1)));
    }

    private static String get(String path) {
        return service.get("viewer", path).body();
    }

    private static Importance importance(ModelVersion version) {
        return Objects.requireNonNull(version.manifest().evaluation().importance());
    }

    private static Metrics metrics(ModelVersion version) {
        return Objects.requireNonNull(version.manifest().evaluation().metrics());
    }

    private static Estimate rankIc(ModelVersion version) {
        return Objects.requireNonNull(metrics(version).meanRankIc());
    }
}
