package io.openalpha.ml.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.utils.StringUtils;

/** Makes the client of an S3 service. */
final class S3Clients {

    private S3Clients() {}

    /**
     * @throws ModelStoreException if settings and environment do not suffice; no request is sent yet
     */
    static S3Client of(S3Properties settings) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .overrideConfiguration(overrides(settings))
                // Not every service knows the newer checksums; ours is the SHA-256 of the model.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .forcePathStyle(settings.pathStyle());
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        String region = region(settings);
        if (region != null) {
            client.region(Region.of(region));
        }
        return build(client);
    }

    private static ClientOverrideConfiguration overrides(S3Properties settings) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(settings.timeout())
                .retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(settings.attempts())
                        .build())
                .build();
    }

    /** Services other than Amazon's want some region and mostly do not mind which. */
    private static @Nullable String region(S3Properties settings) {
        if (StringUtils.isNotBlank(settings.region()) || settings.endpoint() == null) {
            return StringUtils.isBlank(settings.region()) ? null : settings.region();
        }
        return SdkSystemSetting.AWS_REGION.getStringValue().orElse(Region.US_EAST_1.id());
    }

    private static S3Client build(S3ClientBuilder client) {
        try {
            return client.build();
        } catch (SdkClientException e) {
            throw new ModelStoreException(
                    "The model store cannot be reached: no region is known for the bucket."
                            + " Set OPENALPHA_MODEL_S3_REGION or AWS_REGION.",
                    e);
        }
    }
}
