package io.openalpha.ml.model;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bucket for models, {@code openalpha.model.s3.*}. Credentials are none of these settings: they come by the
 * standard chain of the AWS SDK (environment, profile, container, instance).
 *
 * @param bucket name of a bucket that is there; empty for none, and then models are stored in a folder
 * @param prefix under which everything is stored in it, such as {@code openalpha/models}
 * @param endpoint URL of a service other than Amazon's own; {@code AWS_ENDPOINT_URL_S3} does as well
 * @param region of the bucket; where it is not set the standard chain decides, and with an endpoint {@code us-east-1}
 * @param pathStyle whether the bucket stands in the path of a URL, not in its host: for most services but Amazon's
 * @param encryption at rest by the service: {@code none} for what the bucket does by itself, {@code AES256} or
 *     {@code aws:kms}
 * @param kmsKeyId key for {@code aws:kms}; where it is not set, the account's own
 * @param attempts how often a request is tried
 * @param connectTimeout until a connection is made
 * @param readTimeout while nothing arrives
 * @param timeout of one request with all its attempts
 */
record S3Properties(
        @DefaultValue("")
        @Pattern(regexp = "|[A-Za-z0-9][A-Za-z0-9._-]*|arn:.+", message = "must be the name of a bucket alone")
        String bucket,

        @DefaultValue("")
        @Pattern(regexp = "[A-Za-z0-9!_.*'()/-]*", message = "must be letters, digits and / ! _ . * ' ( ) -")
        String prefix,

        @Nullable URI endpoint,
        @Nullable String region,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("none") @NotNull Encryption encryption,
        @Nullable String kmsKeyId,
        @DefaultValue("4") @Min(1) int attempts,
        @DefaultValue("5s") @NotNull Duration connectTimeout,
        @DefaultValue("30s") @NotNull Duration readTimeout,
        @DefaultValue("5m") @NotNull Duration timeout) {

    /** What the service does with an object before it keeps it. */
    enum Encryption {
        NONE,
        AES256,
        AWS_KMS
    }

    boolean chosen() {
        return !bucket.isEmpty();
    }
}
