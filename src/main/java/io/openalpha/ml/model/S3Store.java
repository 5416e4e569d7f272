package io.openalpha.ml.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Versions as objects under a common prefix in a bucket of an S3 service. The first object of a version claims its
 * name: the service refuses it where there is one already.
 */
final class S3Store implements ArtifactStore, AutoCloseable {

    private static final int PRECONDITION_FAILED = 412;
    private static final String UPLOAD = "openalpha-upload";

    private final S3Client client;
    private final S3Properties settings;
    private final String prefix;

    /** @param client closed with this */
    S3Store(S3Client client, S3Properties settings) {
        this.client = client;
        this.settings = settings;
        String stripped = settings.prefix().replaceAll("^/+|/+$", "");
        this.prefix = stripped.isEmpty() ? "" : stripped + "/";
    }

    @Override
    public void put(VersionName version, Path model, byte[] manifest) throws IOException, VersionTakenException {
        put(version, MODEL, RequestBody.fromFile(model));
        put(version, MANIFEST, RequestBody.fromBytes(manifest));
    }

    private void put(VersionName version, String file, RequestBody content) throws IOException, VersionTakenException {
        String key = key(version) + file;
        String upload = UUID.randomUUID().toString();
        try {
            client.putObject(
                    encrypted(PutObjectRequest.builder())
                            .bucket(settings.bucket())
                            .key(key)
                            .ifNoneMatch("*")
                            .metadata(Map.of(UPLOAD, upload))
                            .build(),
                    content);
        } catch (SdkException e) {
            if (!(e instanceof S3Exception refused) || refused.statusCode() != PRECONDITION_FAILED) {
                throw S3Problems.of("write " + locate(key), e);
            }
            if (!upload.equals(uploadOf(key))) {
                throw new VersionTakenException(version);
            }
        }
    }

    /**
     * The upload that an object is from, by which a retry recognises its own first attempt.
     */
    private @Nullable String uploadOf(String key) throws IOException {
        try {
            return client.headObject(
                            request -> request.bucket(settings.bucket()).key(key))
                    .metadata()
                    .get(UPLOAD);
        } catch (SdkException e) {
            throw S3Problems.of("read " + locate(key), e);
        }
    }

    private PutObjectRequest.Builder encrypted(PutObjectRequest.Builder request) {
        return switch (settings.encryption()) {
            case NONE -> request;
            case AES256 -> request.serverSideEncryption(ServerSideEncryption.AES256);
            case AWS_KMS ->
                request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(settings.kmsKeyId());
        };
    }

    @Override
    public InputStream read(VersionName version, String file) throws IOException {
        String key = key(version) + file;
        try {
            return client.getObject(request -> request.bucket(settings.bucket()).key(key));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(locate(key));
        } catch (SdkException e) {
            throw S3Problems.of("read " + locate(key), e);
        }
    }

    @Override
    public Set<VersionName> list() throws IOException {
        return keys(prefix).stream()
                .flatMap(key -> version(key.substring(prefix.length())))
                .collect(Collectors.toSet());
    }

    private static Stream<VersionName> version(String path) {
        int end = path.indexOf('/');
        return end > 0 && VersionName.isOne(path.substring(0, end))
                ? Stream.of(VersionName.parse(path.substring(0, end)))
                : Stream.of();
    }

    @Override
    public void delete(VersionName version) throws IOException {
        for (String key : keys(key(version))) {
            try {
                client.deleteObject(request -> request.bucket(settings.bucket()).key(key));
            } catch (SdkException e) {
                throw S3Problems.of("delete " + locate(key), e);
            }
        }
    }

    /** However many there are: the service tells a thousand at a time. */
    private List<String> keys(String under) throws IOException {
        try {
            return client
                    .listObjectsV2Paginator(
                            request -> request.bucket(settings.bucket()).prefix(under))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        } catch (SdkException e) {
            throw S3Problems.of("list " + locate(under), e);
        }
    }

    private String key(VersionName version) {
        return prefix + version + "/";
    }

    private String locate(String key) {
        return "s3://" + settings.bucket() + "/" + key;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return locate(prefix);
    }
}
