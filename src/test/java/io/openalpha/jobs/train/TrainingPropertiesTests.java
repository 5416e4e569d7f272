package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.evaluation.PromotionMode;
import io.openalpha.ml.feature.LabelSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TrainingPropertiesTests {

    static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("openalpha.training.min-rows", "500"),
            Map.entry("openalpha.training.min-symbols", "3"),
            Map.entry("openalpha.training.label", "direction"),
            Map.entry("openalpha.training.horizon", "5"),
            Map.entry("openalpha.training.folds", "6"),
            Map.entry("openalpha.training.first-training-days", "100"),
            Map.entry("openalpha.training.min-test-days", "10"),
            Map.entry("openalpha.training.cost-bps", "2.5"),
            Map.entry("openalpha.training.seed", "7"),
            Map.entry("openalpha.training.threads", "3"),
            Map.entry("openalpha.training.promotion", "manual"),
            Map.entry("openalpha.training.forest.trees", "11"),
            Map.entry("openalpha.training.forest.max-depth", "12"),
            Map.entry("openalpha.training.forest.features-per-split", "13"),
            Map.entry("openalpha.training.forest.min-leaf", "14"),
            Map.entry("openalpha.training.forest.bins", "15"),
            Map.entry("openalpha.training.network.hidden-layers", "5,4"),
            Map.entry("openalpha.training.network.batch", "16"),
            Map.entry("openalpha.training.network.epochs", "17"),
            Map.entry("openalpha.training.network.learning-rate", "0.02"),
            Map.entry("openalpha.training.network.members", "18"));

    @Test
    void haveDefaults() {
        assertThat(SmallSettings.bound(Map.of()))
                .isEqualTo(new TrainingProperties(
                        10_000,
                        20,
                        LabelSettings.Kind.ABOVE_MEDIAN,
                        1,
                        5,
                        504,
                        21,
                        5,
                        42,
                        0,
                        PromotionMode.AUTO,
                        new ForestProperties(100, 10, 0, 50, 255),
                        new NetworkProperties(List.of(64, 32, 16), 1024, 5, 0.001, 3)));
    }

    @Test
    void haveNames() {
        assertThat(SmallSettings.bound(OTHERS))
                .isEqualTo(new TrainingProperties(
                        500,
                        3,
                        LabelSettings.Kind.DIRECTION,
                        5,
                        6,
                        100,
                        10,
                        2.5,
                        7,
                        3,
                        PromotionMode.MANUAL,
                        new ForestProperties(11, 12, 13, 14, 15),
                        new NetworkProperties(List.of(5, 4), 16, 17, 0.02, 18)));
    }

    @Test
    void allCoresTrainUnlessToldOtherwise() {
        assertThat(SmallSettings.of("threads", "0").cores())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(SmallSettings.of("threads", "3").cores()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "min-rows, 0",
        "min-symbols, 1",
        "label, luck",
        "horizon, 0",
        "horizon, 61",
        "folds, 3",
        "folds, 51",
        "first-training-days, 59",
        "min-test-days, 4",
        "cost-bps, -1",
        "cost-bps, 1001",
        "threads, -1",
        "threads, 1025",
        "promotion, never",
        "forest.trees, 0",
        "forest.trees, 10001",
        "forest.max-depth, 0",
        "forest.max-depth, 31",
        "forest.features-per-split, -1",
        "forest.min-leaf, 0",
        "forest.bins, 1",
        "forest.bins, 256",
        "network.hidden-layers, ''",
        "network.hidden-layers, 0",
        "network.hidden-layers, 4097",
        "network.batch, 0",
        "network.epochs, 0",
        "network.epochs, 1001",
        "network.learning-rate, 0",
        "network.learning-rate, 1.1",
        "network.members, 0",
        "network.members, 101"
    })
    void refuseWhatMakesNoSense(String name, String value) {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues("openalpha.training." + name + "=" + value)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void takeEveryOther() {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues(OTHERS.entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey() + "=" + setting.getValue()))
                        .toArray(String[]::new))
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** A manifest is enough to make the algorithm's learner again, whichever setting differs. */
    @Test
    void settingsOfAnAlgorithmSurviveTheManifest() {
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            TrainingProperties settings = SmallSettings.bound(Map.of(other.getKey(), other.getValue()));
            assertThat(Algorithm.bound(manifest(settings.forest().asMap()), ForestProperties.class))
                    .isEqualTo(settings.forest());
            assertThat(Algorithm.bound(manifest(settings.network().asMap()), NetworkProperties.class))
                    .isEqualTo(settings.network());
        }
    }

    /** A manifest has other settings beside the algorithm's own. */
    private static Map<String, String> manifest(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("label", "ABOVE_MEDIAN");
        all.put("horizon", "1");
        all.put("seed", "42");
        return all;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TrainingProperties.class)
    static class Bound {}
}
