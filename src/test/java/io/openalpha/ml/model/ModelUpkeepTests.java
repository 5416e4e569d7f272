package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openalpha.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class ModelUpkeepTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private FolderStore store;
    private Models models;

    @BeforeEach
    void open() {
        store = new FolderStore(folder);
        models = Models.on(database, store);
    }

    @ParameterizedTest(name = "{0} versions, number {1} serves, {2} are kept: {3}")
    @CsvSource({
        "0, -1, 3, ''",
        "2, -1, 3, 0 1",
        "3, -1, 3, 0 1 2",
        "5, -1, 3, 2 3 4",
        "5,  4, 3, 2 3 4",
        "5,  2, 3, 2 3 4",
        "5,  1, 3, 1 2 3 4",
        "5,  0, 3, 0 2 3 4",
        "5,  0, 1, 0 4",
        "5, -1, 1, 4"
    })
    void keepsTheNewestAndTheOneThatServes(int count, int serving, int keep, String kept) {
        List<VersionName> all = publish(count);
        if (serving >= 0) {
            models.promote(all.get(serving));
        }
        List<VersionName> expected = kept.isEmpty()
                ? List.of()
                : List.of(kept.split(" ")).stream()
                        .map(number -> all.get(Integer.parseInt(number)))
                        .toList();
        List<VersionName> pruned =
                all.stream().filter(name -> !expected.contains(name)).toList();

        assertThat(models.upkeep().prune(keep)).containsExactlyInAnyOrderElementsOf(pruned);

        assertThat(models.published()).isEqualTo(expected);
        assertThat(store).satisfies(files -> assertThat(files.list()).containsExactlyInAnyOrderElementsOf(expected));
        assertThat(models.versions().all()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void algorithmsArePrunedEachForItself() {
        List<VersionName> forests = publish(3);
        VersionName network = models.publish("neural_network");

        models.upkeep().prune(2);

        assertThat(models.published()).containsExactly(network, forests.get(1), forests.get(2));
    }

    @Test
    void takesNoOffenceAtWhatIsAlreadyGone() throws Exception {
        List<VersionName> all = publish(2);
        FileSystemUtils.deleteRecursively(folder.resolve(all.get(0).toString()));

        assertThat(models.upkeep().prune(1)).containsExactly(all.get(0));
        assertThat(models.upkeep().prune(1)).isEmpty();
        assertThat(models.versions().all()).containsExactly(all.get(1));
    }

    @Test
    void filesThatCannotBeRemovedAreOutOfSightAndSweptLater() {
        AtomicBoolean away = new AtomicBoolean(true);
        Models shaky = Models.on(database, new FolderStore(folder) {
            @Override
            public void delete(VersionName version) throws IOException {
                if (away.get()) {
                    throw new IOException("the store is away");
                }
                super.delete(version);
            }
        });
        List<VersionName> all = publish(2);

        assertThat(shaky.upkeep().prune(1)).containsExactly(all.get(0));
        assertThat(shaky.published()).containsExactly(all.get(1));
        assertThat(folder.resolve(all.get(0).toString())).exists();

        away.set(false);
        assertThat(shaky.upkeep().sweep(Duration.ofDays(1))).isOne();
        assertThat(folder.resolve(all.get(0).toString())).doesNotExist();
        assertThat(shaky.versions().all()).containsExactly(all.get(1));
    }

    @Test
    void whatAKilledUploadLeftIsSweptWhereverItWasKilled() throws Exception {
        VersionName reserved = reserve("random_forest_20261121_000000");
        VersionName halfWritten = reserve("random_forest_20261121_000001");
        Files.createDirectories(folder.resolve("." + halfWritten + ".part"));
        VersionName unseen = reserve("random_forest_20261121_000002");
        store.put(unseen, Files.write(elsewhere.resolve("model"), Trained.MODEL), new byte[0]);
        VersionName good = models.publishForest();

        assertThat(models.published()).containsExactly(good);
        assertThat(models.upkeep().sweep(Duration.ZERO)).isEqualTo(3);

        assertThat(models.versions().all()).containsExactly(good).doesNotContain(reserved);
        assertThat(folder.toFile().list()).containsExactly(good.toString());
        models.reader().verify(good);
    }

    @Test
    void whatAnotherProcessMayJustBeUploadingIsLeftAlone() {
        VersionName draft = reserve("random_forest_20261121_000000");

        assertThat(models.upkeep().sweep(Duration.ofHours(1))).isZero();
        assertThat(models.versions().all()).containsExactly(draft);

        models.jdbc()
                .sql("update model_version set begun_at = now() - interval '61 minutes'")
                .update();
        assertThat(models.upkeep().sweep(Duration.ofHours(1))).isOne();
        assertThat(models.versions().all()).isEmpty();
    }

    @Test
    void anotherDatabasesVersionsAreLeftAlone() throws Exception {
        VersionName good = models.publishForest();
        try (TestDatabase another = TestDatabase.fresh()) {
            Models others = Models.on(another, store);

            assertThat(others.upkeep().sweep(Duration.ZERO)).isZero();
            assertThat(others.upkeep().prune(1)).isEmpty();
            assertThat(others.upkeep().strangers()).containsExactly(good);
        }
        models.reader().verify(good);
        assertThat(models.upkeep().strangers()).isEmpty();
    }

    @Test
    void pruningAndPromotingAtOnceNeverLosesTheOneThatServes() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<VersionName> all = publish(4);
            List<VersionName> before = models.published();
            List<Callable<Void>> acts = new ArrayList<>();
            for (VersionName name : all) {
                acts.add(() -> {
                    try {
                        models.promote(name);
                    } catch (UnknownVersionException e) {
                        assertThat(models.published()).doesNotContain(name);
                    }
                    return null;
                });
                acts.add(() -> {
                    models.upkeep().prune(1);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(acts)) {
                done.get();
            }
            VersionName serving =
                    models.registry().promoted("random_forest").orElseThrow().name();
            models.reader().verify(serving);
            assertThat(models.published()).contains(serving, before.get(before.size() - 1));
        }
    }

    @Test
    void aDamagedModelIsNotGivenOut() throws Exception {
        VersionName name = models.publishForest();
        Files.writeString(folder.resolve(name + "/model.pb"), "another");

        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(() -> models.reader().open(name))
                .withMessageStartingWith(
                        "Model %s is damaged: model.pb in folder %s has 7 bytes and SHA-256 ", name, folder);
    }

    @Test
    void aModelWithAnotherManifestIsNotGivenOut() throws Exception {
        VersionName name = models.publishForest();
        VersionName next = models.publishForest();
        Path manifest = folder.resolve(name + "/manifest.json");

        Files.write(manifest, Files.readAllBytes(folder.resolve(next + "/manifest.json")));
        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(() -> models.reader().verify(name))
                .withMessage(
                        "Model %s is damaged: manifest.json in folder %s: the manifest is that of another model",
                        name, folder);

        Files.writeString(manifest, "{");
        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(() -> models.reader().verify(name))
                .withMessageEndingWith("the manifest is not readable");
    }

    @ParameterizedTest
    @CsvSource({"model.pb", "manifest.json"})
    void aModelWhoseFilesAreGoneIsNotGivenOut(String file) throws Exception {
        VersionName name = models.publishForest();
        Path missing = folder.resolve(name + "/" + file);
        Files.delete(missing);

        assertThatExceptionOfType(ModelStoreException.class)
                .isThrownBy(() -> models.reader().verify(name))
                .withMessage("Model %s cannot be read: %s is not there", name, missing);
    }

    @Test
    void onlyPublishedVersionsAreGivenOut() {
        VersionName draft = reserve("random_forest_20261121_000000");

        assertThatExceptionOfType(UnknownVersionException.class)
                .isThrownBy(() -> models.reader().open(draft));
    }

    private VersionName reserve(String text) {
        VersionName name = VersionName.parse(text);
        assertThat(models.versions().reserve(name, null)).isTrue();
        return name;
    }

    private List<VersionName> publish(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> models.publishForest())
                .toList();
    }
}
