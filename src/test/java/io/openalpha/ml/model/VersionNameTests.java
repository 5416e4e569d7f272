package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTests {

    private static final Instant SECOND = Instant.parse("2026-11-22T02:03:04Z");

    @Test
    void isAlgorithmAndSecondOfTheDayInUtc() {
        assertThat(new VersionName("random_forest", SECOND.plusMillis(999)))
                .hasToString("random_forest_20261122_020304")
                .isEqualTo(VersionName.parse("random_forest_20261122_020304"));
    }

    @Test
    void isTakenApart() {
        VersionName name = VersionName.parse("model_2_20261122_020304");

        assertThat(name.algorithm()).isEqualTo("model_2");
        assertThat(name.second()).isEqualTo(SECOND);
    }

    @Test
    void theNextOneIsASecondLater() {
        assertThat(VersionName.parse("forest_20261231_235959").next()).hasToString("forest_20270101_000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "random_forest",
                "20261122_020304",
                "_20261122_020304",
                "Forest_20261122_020304",
                "forest_20261322_020304",
                "forest_20260230_020304",
                "forest_20261122_250304",
                "forest_20261122_020304/",
                "../forest_20261122_020304",
                "forest_20261122_020304\n"
            })
    void isNothingElse(String text) {
        assertThat(VersionName.isOne(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionName.parse(text))
                .withMessage("'%s' is not the name of a version such as random_forest_20261122_020000", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Forest", "2", "a-b", "../x"})
    void itsAlgorithmIsAWord(String algorithm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionName(algorithm, SECOND))
                .withMessageContaining("algorithm '%s' is not 1 to 60 lower-case letters", algorithm);
    }
}
