package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openalpha.database.TestDatabase;
import io.openalpha.faults.TcpProxy;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3PublishingTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose("stop")
    private S3Server server;

    @AutoClose
    private S3Store store;

    private Models models;

    @BeforeEach
    void start() throws Exception {
        server = new S3Server();
        store = server.store();
        models = Models.on(database, store);
    }

    @Test
    void aModelGoesThereAndBack() throws Exception {
        VersionName name = models.publishForest();

        try (InputStream model = models.reader().open(name)) {
            assertThat(model.readAllBytes()).isEqualTo(Trained.MODEL);
        }
        models.publishForest();
        assertThat(models.upkeep().prune(1)).containsExactly(name);
        assertThat(store.list()).containsExactlyElementsOf(models.published());
    }

    @Test
    void aManifestThatCannotBeStoredLeavesAHiddenModel() throws Exception {
        try (S3Store impatient = S3Server.store(S3Server.settings(server.port(), S3Server.BUCKET, 1))) {
            server.failUploadsOf("manifest.json", 1);
            assertThatExceptionOfType(ModelStoreException.class)
                    .isThrownBy(() -> Models.on(database, impatient).publishForest())
                    .withMessageContaining("could not be stored: cannot write s3://models/deep/prefix/")
                    .withMessageContaining("manifest.json");
        }

        assertThat(models.published()).isEmpty();
        assertThat(store.list()).hasSize(1);
        assertThat(models.upkeep().sweep(Duration.ofDays(1))).isOne();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void whenTheServiceIsGoneInTheMiddleTheLastGoodModelStays() throws Exception {
        VersionName good = models.publishForest();
        models.promote(good);
        try (TcpProxy way = TcpProxy.to(server.port());
                S3Store cut = S3Server.store(S3Server.settings(way.port(), S3Server.BUCKET, 2))) {
            way.refuse(true);
            assertThatExceptionOfType(ModelStoreException.class)
                    .isThrownBy(() -> Models.on(database, cut).publishForest())
                    .withMessageStartingWith("The new random_forest could not be stored: cannot write s3://models/")
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain(S3Server.SECRET));

            way.refuse(false);
            assertThat(Models.on(database, cut).publishForest())
                    .isEqualTo(good.next().next());
        }

        assertThat(models.registry().promoted("random_forest").orElseThrow().name())
                .isEqualTo(good);
        models.reader().verify(good);
    }

    @Test
    void aVersionOfAnotherDatabaseInTheSamePlaceIsLeftAlone() throws Exception {
        VersionName theirs = models.publishForest();
        try (TestDatabase another = TestDatabase.fresh()) {
            Models others = Models.on(another, store);

            assertThat(others.publishForest()).isEqualTo(theirs.next());
            others.upkeep().sweep(Duration.ZERO);
        }
        models.reader().verify(theirs);
    }
}
