package io.openalpha.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.openalpha.web.AdminService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTests {

    private static final Pattern ROW = Pattern.compile("\\| `(openalpha_\\w+)` \\| (\\w+) \\| [^|]+ \\| ([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private static AdminService service;
    private static PlantedFacts planted;
    private static Scrape scrape;

    @BeforeAll
    static void start() {
        service = AdminService.start();
        planted = PlantedFacts.in(service);
        await().until(() -> Scrape.of(service).text().contains("openalpha_model_loads_total{"));
        scrape = Scrape.of(service);
    }

    @AfterAll
    static void stop() {
        planted.close();
        service.close();
    }

    @Test
    void documentAndServiceTellOfTheSameMetrics() throws IOException {
        Map<String, String> documented = documented();
        documented.keySet().removeIf(metric -> metric.startsWith("openalpha_pushed_"));

        assertThat(scrape.metrics()).isEqualTo(documented);
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs", "metrics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                TreeSet<String> labels = new TreeSet<>();
                CODE.matcher(row.group(3)).results().forEach(label -> labels.add(label.group(1)));
                documented.put(row.group(1), row.group(2) + " " + labels);
            }
        }
        return documented;
    }

    @Test
    void runsAreCountedByOutcomeAndLostOnesAreSeen() {
        assertThat(scrape.value("openalpha_runs_total{job_name=\"collect\",outcome=\"completed\"}"))
                .isEqualTo(3);
        assertThat(scrape.value("openalpha_run_last_duration_seconds{job_name=\"train\",outcome=\"skipped\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("openalpha_run_last_success_timestamp_seconds{job_name=\"collect\"}"))
                .isCloseTo(ago(3600), within(120.0));
        assertThat(scrape.value("openalpha_runs_in_progress{job_name=\"collect\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("openalpha_runs_lost{job_name=\"collect\"}")).isZero();
        assertThat(scrape.value("openalpha_runs_lost{job_name=\"backfill\"}")).isEqualTo(1);
        assertThat(scrape.value("openalpha_run_in_progress_since_timestamp_seconds{job_name=\"collect\"}"))
                .isCloseTo(ago(60), within(120.0));
    }

    @Test
    void symbolsOfTheNewestRunAreCountedByOutcome() {
        assertThat(scrape.value("openalpha_run_last_symbols_asked{job_name=\"collect\"}"))
                .isEqualTo(10);
        assertThat(scrape.value("openalpha_run_last_symbols{job_name=\"collect\",outcome=\"had\"}"))
                .isEqualTo(8);
        assertThat(scrape.value("openalpha_run_last_symbols{job_name=\"collect\",outcome=\"failed\"}"))
                .isZero();
        assertThat(scrape.value("openalpha_run_last_symbols{job_name=\"collect\",outcome=\"missing\"}"))
                .isEqualTo(2);
    }

    private static double ago(int seconds) {
        return (double) Instant.now().minusSeconds(seconds).getEpochSecond();
    }

    @Test
    void sourcesAreShownAsAllProcessesSawThem() {
        assertThat(scrape.value("openalpha_source_requests_total{outcome=\"unavailable\",source=\"yahoo\"}"))
                .isEqualTo(10);
        assertThat(scrape.value("openalpha_source_success_ratio{source=\"yahoo\"}"))
                .isEqualTo(0.9);
        assertThat(scrape.value("openalpha_source_breaker_state{source=\"yahoo\",state=\"open\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("openalpha_source_request_duration_seconds_bucket{source=\"yahoo\",le=\"0.1\"}"))
                .isZero();
        assertThat(scrape.value("openalpha_source_request_duration_seconds_bucket{source=\"yahoo\",le=\"0.15\"}"))
                .isEqualTo(100);
        assertThat(scrape.value("openalpha_source_request_duration_seconds_count{source=\"yahoo\"}"))
                .isEqualTo(100);
        assertThat(scrape.value("openalpha_source_quota_remaining{source=\"alphavantage\"}"))
                .isEqualTo(1);
    }

    @Test
    void modelsAreShownBesideTheirBaseline() {
        assertThat(scrape.value("openalpha_model_rank_ic{algorithm=\"random_forest\"}"))
                .isEqualTo(0.017);
        assertThat(scrape.value("openalpha_model_baseline_rank_ic{algorithm=\"random_forest\"}"))
                .isEqualTo(0.0092);
        assertThat(scrape.value("openalpha_model_decisions_total{algorithm=\"random_forest\",ruling=\"promoted\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("openalpha_dataset_rows{algorithm=\"random_forest\"}"))
                .isEqualTo(1_200_000);
    }

    @Test
    void freshnessOfSymbolsIsCounted() {
        assertThat(scrape.value("openalpha_symbols{freshness=\"fresh\"}")).isEqualTo(1);
        assertThat(scrape.value("openalpha_symbols{freshness=\"never\"}")).isEqualTo(1);
        assertThat(scrape.value("openalpha_metrics_database_up")).isEqualTo(1);
    }

    @Test
    void nobodyScrapesWithoutCredentials() {
        assertThat(Scrape.request(service, "nobody").statusCode()).isEqualTo(401);
    }
}
