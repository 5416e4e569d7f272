package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.openalpha.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPublisherTests {

    private static final String FIRST = "random_forest_20261122_020000";

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private Models models;

    @BeforeEach
    void open() {
        models = Models.on(database, new FolderStore(folder));
    }

    @Test
    void aPublishedVersionIsSeenWithAllThatIsKnownOfIt() {
        ModelVersion version =
                models.publisher().publish(Trained.forest(), Trained.EVALUATION, null, out -> out.write(Trained.MODEL));

        assertThat(version.name()).hasToString(FIRST);
        assertThat(version.manifest().training()).isEqualTo(Trained.forest());
        assertThat(version.manifest().evaluation()).isEqualTo(Trained.EVALUATION);
        assertThat(version.manifest().model())
                .isEqualTo(new Digest("97ff8a35544dcf40ad84047074439dd6aa3a0be469ea578a1b1c017d939ec61c", 7));
        assertThat(models.registry().versions()).containsExactly(version);
    }

    @Test
    void aPublishedModelIsReadAsItWasWritten() throws Exception {
        VersionName name = models.publishForest();

        try (InputStream model = models.reader().open(name)) {
            assertThat(model.readAllBytes()).isEqualTo(Trained.MODEL);
        }
    }

    @Test
    void theManifestLiesBesideTheModel() throws Exception {
        VersionName name = models.publishForest();

        assertThat(ManifestJson.read(Files.readAllBytes(folder.resolve(FIRST + "/manifest.json"))))
                .isEqualTo(models.registry().version(name).manifest());
    }

    @Test
    void ofTheSameSecondTheLaterOneTakesTheNextThatIsFree() {
        models.versions().reserve(VersionName.parse("random_forest_20261122_020001"), null);

        assertThat(models.publishForest()).hasToString(FIRST);
        assertThat(models.publishForest()).hasToString("random_forest_20261122_020002");
    }

    @Test
    void filesThatAreNotOursAreNeitherOverwrittenNorRemoved() throws Exception {
        Path others = Files.createDirectories(folder.resolve(FIRST)).resolve("model.pb");
        Files.writeString(others, "another database's");

        assertThat(models.publishForest()).hasToString("random_forest_20261122_020001");
        models.upkeep().sweep(Duration.ZERO);

        assertThat(others).hasContent("another database's");
        assertThat(models.upkeep().strangers()).containsExactly(VersionName.parse(FIRST));
    }

    @Test
    void twentyAtOnceAllGetANameOfTheirOwn() throws Exception {
        Callable<VersionName> publication = models::publishForest;
        for (Future<VersionName> done : threads.invokeAll(Collections.nCopies(20, publication))) {
            models.reader().verify(done.get());
        }

        assertThat(models.published()).hasSize(20);
    }

    @Test
    void aModelThatCannotWriteItselfLeavesNothing() {
        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(() -> models.publisher().publish(Trained.forest(), Trained.EVALUATION, null, out -> {
                    throw new IOException("no words");
                }))
                .withMessage("The new random_forest could not be stored: no words");

        assertThat(models.versions().all()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesWhatServesAndCanBeTriedAgain() throws Exception {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(1024)
                .setMaxSize(64 * 1024)
                .build())) {
            Models small = Models.on(database, new FolderStore(disk.getPath("/models")));
            VersionName good = small.publishForest();
            small.promote(good);

            assertThatExceptionOfType(ModelStoreException.class)
                    .isThrownBy(() -> small.publisher()
                            .publish(
                                    Trained.forest(), Trained.EVALUATION, null, out -> out.write(new byte[128 * 1024])))
                    .withMessageMatching(
                            "The new random_forest could not be stored: /models/\\S+/model\\.pb: out of disk space");

            assertThat(small.published()).containsExactly(good);
            small.reader().verify(good);
            assertThat(small.upkeep().sweep(Duration.ZERO)).isOne();
            assertThat(small.publishForest()).isEqualTo(good.next());
        }
    }

    @Test
    void aModelThatIsStoredWrongIsNotSeen() {
        Models lying = Models.on(database, new FolderStore(folder) {
            @Override
            public void put(VersionName version, Path model, byte[] manifest)
                    throws IOException, VersionTakenException {
                Files.write(model, new byte[] {0});
                super.put(version, model, manifest);
            }
        });

        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(lying::publishForest)
                .withMessageStartingWith("Model %s is damaged: model.pb in folder ", FIRST);
        assertThat(models.published()).isEmpty();
    }

    @Test
    void aDraftThatWasSweptMeanwhileIsNotSeen() {
        Models slow = Models.on(database, new FolderStore(folder) {
            @Override
            public void put(VersionName version, Path model, byte[] manifest)
                    throws IOException, VersionTakenException {
                super.put(version, model, manifest);
                models.versions().discardDrafts(Duration.ZERO);
            }
        });

        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(slow::publishForest)
                .withMessageContaining("took so long to store that it was swept away");
        assertThat(models.published()).isEmpty();
        models.upkeep().sweep(Duration.ZERO);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNoTemporaryFiles() throws Exception {
        List<String> before = temporaryFiles();

        models.reader().open(models.publishForest()).close();

        List<String> since = new ArrayList<>(temporaryFiles());
        since.removeAll(before);
        // Other processes' tests have some too, for a while.
        await().atMost(Duration.ofMinutes(1)).until(() -> Collections.disjoint(temporaryFiles(), since));
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("openalpha-model"))
                    .sorted()
                    .toList();
        }
    }
}
