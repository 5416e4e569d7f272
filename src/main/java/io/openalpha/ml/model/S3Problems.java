package io.openalpha.ml.model;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what an S3 service, or the way to it, had against a request. */
final class S3Problems {

    private S3Problems() {}

    /** @param wish such as {@code read s3://bucket/key} */
    static IOException of(String wish, SdkException problem) {
        return new IOException("cannot %s: %s".formatted(wish, reason(problem)), problem);
    }

    private static String reason(SdkException problem) {
        if (problem instanceof AwsServiceException refused) {
            return switch (refused.statusCode()) {
                case 301, 307 -> "%s; is the region right?".formatted(words(refused));
                case 401, 403 -> "%s; the credentials or their rights do not suffice".formatted(words(refused));
                default -> words(refused);
            };
        }
        return String.valueOf(problem.getMessage());
    }

    private static String words(AwsServiceException refused) {
        String code = refused.awsErrorDetails() == null
                ? ""
                : refused.awsErrorDetails().errorCode() + ", ";
        return "the service answered %sstatus %s".formatted(code, refused.statusCode());
    }
}
