package io.openalpha.ml.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A real S3 server in this JVM with an empty bucket and faults to order; its credentials are system properties. */
final class S3Server {

    static final String BUCKET = "models";
    static final String SECRET = "wJalrXUtnFEMI-secret";

    private final Memory memory = new Memory(new TransientNio2BlobStore());
    private final S3Proxy server;

    S3Server() throws Exception {
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", SECRET);
        memory.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        server = S3Proxy.builder()
                .blobStore(memory)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .awsAuthentication(AuthenticationType.AWS_V4, "AKIDEXAMPLE", SECRET)
                .build();
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** Settings of a client that tries five times. */
    S3Properties settings() {
        return settings(port(), BUCKET, 5);
    }

    static S3Properties settings(int port, String bucket, int attempts) {
        return new S3Properties(
                bucket,
                "/deep/prefix/",
                URI.create("http://127.0.0.1:" + port),
                null,
                true,
                S3Properties.Encryption.NONE,
                null,
                attempts,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }

    S3Store store() {
        return store(settings());
    }

    static S3Store store(S3Properties settings) {
        return new S3Store(S3Clients.of(settings), settings);
    }

    /** Lets the next uploads fail before anything is stored. */
    void failUploads(int count) {
        failUploadsOf("", count);
    }

    /** Likewise, of objects whose keys end so. */
    void failUploadsOf(String suffix, int count) {
        memory.failing.set(suffix);
        memory.failures.set(count);
    }

    /** Stores the next upload, and then says that it failed. */
    void loseAnswerToNextUpload() {
        memory.lostAnswers.set(1);
    }

    /** Puts an object into the bucket, past the network. */
    void add(String key) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(key)
                .contentLength(1L)
                .build();
        memory.delegate().putBlob(request, new ByteArrayInputStream(new byte[1]));
    }

    /** How often uploads were tried. */
    int uploads() {
        return memory.uploads.get();
    }

    /** How many pages of lists were asked for. */
    int pages() {
        return memory.pages.get();
    }

    PutObjectRequest lastUpload() {
        return Objects.requireNonNull(memory.lastUpload.get());
    }

    void stop() throws Exception {
        server.stop();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private static final class Memory extends ForwardingBlobStore {

        private final AtomicReference<String> failing = new AtomicReference<>("");
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger lostAnswers = new AtomicInteger();
        private final AtomicInteger uploads = new AtomicInteger();
        private final AtomicInteger pages = new AtomicInteger();
        private final AtomicReference<@Nullable PutObjectRequest> lastUpload = new AtomicReference<>();

        private Memory(BlobStore blobs) {
            super(blobs);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            uploads.incrementAndGet();
            lastUpload.set(request);
            if (request.key().endsWith(failing.get()) && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                drain(content);
                throw new S3ProxyException(S3ErrorCode.INTERNAL_ERROR);
            }
            PutObjectResponse response = super.putBlob(request, content);
            if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new S3ProxyException(S3ErrorCode.INTERNAL_ERROR);
            }
            return response;
        }

        /** A server that answers before it has read everything may cut the client short. */
        private static void drain(InputStream content) {
            try {
                content.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            pages.incrementAndGet();
            return super.list(request);
        }
    }
}
