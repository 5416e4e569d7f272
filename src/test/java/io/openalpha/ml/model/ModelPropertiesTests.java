package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.model.S3Properties.Encryption;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ModelPropertiesTests {

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ModelProperties(
                        Path.of("ml-models"),
                        new S3Properties(
                                "",
                                "",
                                null,
                                null,
                                false,
                                Encryption.NONE,
                                null,
                                4,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(5)),
                        Duration.ofDays(1)));
        assertThat(bound(Map.of()).s3().chosen()).isFalse();
        assertThat(retention(Map.of())).isEqualTo(new RetentionProperties(3));
    }

    @Test
    void haveNames() {
        assertThat(bound(Map.ofEntries(
                        Map.entry("openalpha.model.folder", "/var/models"),
                        Map.entry("openalpha.model.draft-age", "2h"),
                        Map.entry("openalpha.model.s3.bucket", "my-bucket"),
                        Map.entry("openalpha.model.s3.prefix", "a/b"),
                        Map.entry("openalpha.model.s3.endpoint", "https://minio.example:9000"),
                        Map.entry("openalpha.model.s3.region", "eu-central-1"),
                        Map.entry("openalpha.model.s3.path-style", "true"),
                        Map.entry("openalpha.model.s3.encryption", "aws:kms"),
                        Map.entry("openalpha.model.s3.kms-key-id", "key-1"),
                        Map.entry("openalpha.model.s3.attempts", "2"),
                        Map.entry("openalpha.model.s3.connect-timeout", "1s"),
                        Map.entry("openalpha.model.s3.read-timeout", "2s"),
                        Map.entry("openalpha.model.s3.timeout", "3s"))))
                .isEqualTo(new ModelProperties(
                        Path.of("/var/models"),
                        new S3Properties(
                                "my-bucket",
                                "a/b",
                                URI.create("https://minio.example:9000"),
                                "eu-central-1",
                                true,
                                Encryption.AWS_KMS,
                                "key-1",
                                2,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3)),
                        Duration.ofHours(2)));
        assertThat(retention(Map.of("openalpha.training.keep-versions", "5"))).isEqualTo(new RetentionProperties(5));
    }

    @Test
    void areFoundInTheEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("OPENALPHA_MODEL_S3_BUCKET", "my-bucket", "OPENALPHA_MODEL_S3_PATHSTYLE", "true")));
        ConfigurationPropertySources.attach(environment);

        S3Properties s3 = Binder.get(environment)
                .bindOrCreate("openalpha.model", ModelProperties.class)
                .s3();

        assertThat(s3.chosen()).isTrue();
        assertThat(s3.pathStyle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bucket, s3://models, must be the name of a bucket alone",
        "bucket, my/models, must be the name of a bucket alone",
        "prefix, a b, must be letters",
        "attempts, 0, must be greater than or equal to 1"
    })
    void areRefusedWhenTheyCannotBe(String name, String value, String message) {
        assertThat(complaints(Map.of("openalpha.model.s3." + name, value)))
                .singleElement()
                .asString()
                .startsWith("s3." + name + " " + message);
    }

    @ParameterizedTest
    @CsvSource({"my-bucket", "my.bucket.2", "Legacy_Bucket", "arn:aws:s3:eu-west-1:123456789012:accesspoint/models"})
    void mayNameAnyBucket(String bucket) {
        assertThat(complaints(Map.of("openalpha.model.s3.bucket", bucket))).isEmpty();
    }

    private static List<String> complaints(Map<String, String> settings) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(bound(settings)).stream()
                    .map((ConstraintViolation<ModelProperties> complaint) ->
                            complaint.getPropertyPath() + " " + complaint.getMessage())
                    .toList();
        }
    }

    private static ModelProperties bound(Map<String, String> settings) {
        return binder(settings).bindOrCreate("openalpha.model", ModelProperties.class);
    }

    private static RetentionProperties retention(Map<String, String> settings) {
        return binder(settings).bindOrCreate("openalpha.training", RetentionProperties.class);
    }

    private static Binder binder(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(new HashMap<>(settings)));
    }
}
