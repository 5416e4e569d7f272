package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.openalpha.faults.TcpProxy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class S3StoreIntegrationTests extends ArtifactStoreContract {

    @AutoClose("stop")
    private S3Server server;

    @AutoClose
    private S3Store store;

    @BeforeEach
    void start() throws Exception {
        server = new S3Server();
        store = server.store();
    }

    @Override
    ArtifactStore store() {
        return store;
    }

    @Test
    void keepsEverythingUnderItsPrefix() throws Exception {
        store.put(NAME, model("the model"), MANIFEST);

        try (S3Client client = S3Clients.of(server.settings())) {
            assertThat(client.listObjectsV2(request -> request.bucket(S3Server.BUCKET))
                            .contents())
                    .extracting(object -> object.key())
                    .containsExactly(
                            "deep/prefix/random_forest_20261122_020000/manifest.json",
                            "deep/prefix/random_forest_20261122_020000/model.pb");
        }
        assertThat(store).hasToString("s3://models/deep/prefix/");
    }

    @Test
    void findsWhatIsBeyondTheFirstThousandObjects() throws Exception {
        for (int number = 0; number < 1_001; number++) {
            server.add("deep/prefix/%s/part-%s".formatted(NAME, number));
        }
        store.put(NAME.next(), model("the model"), MANIFEST);

        assertThat(store.list()).containsExactlyInAnyOrder(NAME, NAME.next());
        assertThat(server.pages()).isEqualTo(2);
    }

    @Test
    void triesAgainWhenTheServiceFails() throws Exception {
        server.failUploads(2);

        store.put(NAME, model("the model"), MANIFEST);

        assertThat(server.uploads()).isGreaterThanOrEqualTo(4);
        assertThat(store.list()).containsExactly(NAME);
    }

    @Test
    void givesUpAfterTheAttemptsThatItHas() throws Exception {
        server.failUploads(5);

        assertThatIOException()
                .isThrownBy(() -> store.put(NAME, model("the model"), MANIFEST))
                .withMessageStartingWith(
                        "cannot write s3://models/deep/prefix/random_forest_20261122_020000/model.pb: ")
                // The server may close its connection after an error, just when the next attempt begins to write on it.
                .withMessageMatching("(?s).*(the service answered.*status 500|SDK Attempt Count: [45]).*");
        assertThat(server.uploads()).isBetween(1, 5);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void knowsItsOwnUploadWhenOnlyTheAnswerWasLost() throws Exception {
        server.loseAnswerToNextUpload();

        store.put(NAME, model("the model"), MANIFEST);

        assertThat(store.list()).containsExactly(NAME);
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws Exception {
        try (TcpProxy way = TcpProxy.to(server.port());
                S3Store cut = S3Server.store(S3Server.settings(way.port(), S3Server.BUCKET, 1))) {
            cut.put(NAME, model("the model"), MANIFEST);
            way.refuse(true);
            way.cut();

            assertThatIOException()
                    .isThrownBy(() -> cut.put(NAME.next(), model("x".repeat(1_000_000)), MANIFEST))
                    .withMessageStartingWith("cannot write s3://models/");
        }
        assertThat(store.list()).containsExactly(NAME);
    }

    @Test
    void saysWhenTheServiceIsAway() throws Exception {
        try (S3Store away = S3Server.store(S3Server.settings(closedPort(), S3Server.BUCKET, 2))) {
            assertThatIOException()
                    .isThrownBy(away::list)
                    .withMessageStartingWith("cannot list s3://models/deep/prefix/: ")
                    .withMessageContaining("Connection refused");
        }
    }

    @Test
    void saysWhenThereIsNoSuchBucket() throws Exception {
        try (S3Store nowhere = S3Server.store(S3Server.settings(server.port(), "nowhere", 2))) {
            assertThatIOException()
                    .isThrownBy(nowhere::list)
                    .withMessageContaining("cannot list s3://nowhere/")
                    .withMessageContaining("NoSuchBucket");
        }
    }

    @Test
    void saysWhenItIsNotLetInAndGivesNoSecretAway() throws Exception {
        System.setProperty("aws.secretAccessKey", "another-secret");
        try (S3Store stranger = server.store()) {
            assertThatIOException()
                    .isThrownBy(stranger::list)
                    .withMessageContaining("the credentials or their rights do not suffice")
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("another-secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES256", "AWS_KMS"})
    void asksForEncryption(S3Properties.Encryption encryption) throws Exception {
        S3Properties plain = server.settings();
        S3Properties settings = new S3Properties(
                plain.bucket(),
                "",
                plain.endpoint(),
                "eu-central-1",
                true,
                encryption,
                encryption == S3Properties.Encryption.AWS_KMS ? "key-1" : null,
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        try (S3Store encrypted = S3Server.store(settings)) {
            encrypted.put(NAME, model("the model"), MANIFEST);
        }

        assertThat(server.lastUpload().serverSideEncryption())
                .isEqualTo(ServerSideEncryption.valueOf(encryption.name()));
    }

    @Test
    void holdsSettingsWithoutSecrets() {
        assertThat(server.settings().toString()).doesNotContain(S3Server.SECRET, "AKIDEXAMPLE");
        assertThat(server.settings().endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + server.port()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
