package io.openalpha.ml.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PredictionPropertiesTests {

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new PredictionProperties(
                        Period.ofDays(5), Duration.ofSeconds(3), Duration.ofSeconds(10), Period.ofDays(400)));
    }

    @Test
    void haveNames() {
        assertThat(bound(Map.of(
                        "openalpha.prediction.stale-after", "2w",
                        "openalpha.prediction.model-poll", "500ms",
                        "openalpha.prediction.bar-poll", "1m",
                        "openalpha.prediction.keep", "2y")))
                .isEqualTo(new PredictionProperties(
                        Period.ofWeeks(2), Duration.ofMillis(500), Duration.ofMinutes(1), Period.ofYears(2)));
    }

    @ParameterizedTest
    @CsvSource({"model-poll, 5s, modelPoll", "model-poll, 99ms, modelPoll", "bar-poll, 0s, barPoll"})
    void areRefusedWhenTheyCannotBe(String name, String value, String refused) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(validators.getValidator().validate(bound(Map.of("openalpha.prediction." + name, value))))
                    .singleElement()
                    .satisfies(
                            complaint -> assertThat(complaint.getPropertyPath()).hasToString(refused));
        }
    }

    private static PredictionProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.prediction", PredictionProperties.class);
    }
}
