package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.openalpha.database.TestDatabase;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Ruling;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.dao.DataIntegrityViolationException;

class ModelRegistryTests {

    private static final Reason BECAUSE = Reason.of("tester", "it is a test");

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
    void knowsNothingAtFirst() {
        assertThat(models.registry().versions()).isEmpty();
        assertThat(models.registry().promoted("random_forest")).isEmpty();
        assertThat(models.registry().rollBack("random_forest", BECAUSE)).isEmpty();
    }

    @Test
    void aNewVersionDoesNotServe() {
        VersionName name = models.publishForest();

        assertThat(models.registry().version(name).standing()).isEqualTo(Standing.STORED);
        assertThat(models.registry().promoted("random_forest")).isEmpty();
    }

    @Test
    void oneVersionOfEachAlgorithmServes() {
        VersionName first = models.publishForest();
        VersionName second = models.publishForest();
        VersionName network = models.publish("neural_network");

        models.promote(first);
        models.promote(network);
        models.promote(second);

        assertThat(standings())
                .containsExactlyInAnyOrder(first + " STORED", second + " PROMOTED", network + " PROMOTED");
        assertThat(models.registry().promoted("random_forest"))
                .hasValueSatisfying(version -> assertThat(version.name()).isEqualTo(second));
    }

    @Test
    void aProvisionalVersionIsShownAsOne() {
        VersionName name = models.publishForest();

        models.registry().decide(name, Ruling.PROVISIONAL, BECAUSE);

        assertThat(standings()).containsExactly(name + " PROVISIONAL");
        models.promote(name);
        assertThat(standings()).containsExactly(name + " PROMOTED");
    }

    @Test
    void everyDecisionIsKeptWithItsChecks() {
        VersionName name = models.publishForest();
        Check check = new Check("rank IC", "t above 2", "t 1.2", false);

        models.registry().decide(name, Ruling.REJECTED, new Reason("train", "t is 1.2", List.of(check)));
        models.promote(name);

        assertThat(models.registry().decisions(name))
                .extracting(ModelDecision::ruling, ModelDecision::reason)
                .containsExactly(
                        tuple(Ruling.REJECTED, new Reason("train", "t is 1.2", List.of(check))),
                        tuple(Ruling.PROMOTED, new Reason("tester", "it is a test", List.of())));
    }

    @Test
    void aVersionThatIsRejectedOrWaitsDoesNotServe() {
        VersionName name = models.publishForest();

        models.registry().decide(name, Ruling.REJECTED, BECAUSE);
        models.registry().decide(name, Ruling.WAITING, BECAUSE);

        assertThat(standings()).containsExactly(name + " STORED");
    }

    @Test
    void onlyAPublishedVersionCanServe() {
        VersionName nobody = VersionName.parse("random_forest_20200101_000000");
        models.versions().reserve(nobody, null);

        assertThatExceptionOfType(UnknownVersionException.class)
                .isThrownBy(() -> models.promote(nobody))
                .withMessage("there is no version %s: 'openalpha models list' lists them", nobody);
        assertThat(models.registry().decisions(nobody)).isEmpty();
    }

    @Test
    void eachRollbackGoesOnePromotionFurtherBack() {
        List<VersionName> all = publish(3);
        all.forEach(models::promote);

        assertThat(rolledBack()).isEqualTo(all.get(1));
        assertThat(rolledBack()).isEqualTo(all.get(0));
        assertThat(models.registry().rollBack("random_forest", BECAUSE)).isEmpty();
        assertThat(serving()).isEqualTo(all.get(0));
    }

    @Test
    void aRollbackAfterANewPromotionReturnsToWhatServedBeforeIt() {
        List<VersionName> all = publish(3);
        models.promote(all.get(0));
        models.promote(all.get(1));
        rolledBack();
        models.promote(all.get(2));

        assertThat(rolledBack()).isEqualTo(all.get(0));
    }

    @Test
    void aRollbackNeverReturnsToTheVersionItLeaves() {
        List<VersionName> all = publish(2);
        models.promote(all.get(0));
        models.promote(all.get(1));
        models.promote(all.get(1));

        assertThat(rolledBack()).isEqualTo(all.get(0));
    }

    @Test
    void aRollbackPassesOverVersionsThatAreGone() {
        List<VersionName> all = publish(5);
        for (int serving : List.of(0, 1, 4)) {
            models.promote(all.get(serving));
        }
        models.upkeep().prune(3);
        assertThat(models.registry().rollBack("random_forest", BECAUSE)).isEmpty();

        models.promote(all.get(3));
        assertThat(rolledBack()).isEqualTo(all.get(4));
    }

    @Test
    void aRollbackToAProvisionalVersionIsProvisionalAgain() {
        List<VersionName> all = publish(2);
        models.registry().decide(all.get(0), Ruling.PROVISIONAL, BECAUSE);
        models.promote(all.get(1));
        rolledBack();

        assertThat(standings()).contains(all.get(0) + " PROVISIONAL");
        assertThat(models.registry().decisions(all.get(0)))
                .extracting(ModelDecision::ruling)
                .containsExactly(Ruling.PROVISIONAL, Ruling.ROLLED_BACK);
    }

    @Test
    void algorithmsAreRolledBackEachForItself() {
        List<VersionName> all = publish(2);
        all.forEach(models::promote);
        VersionName network = models.publish("neural_network");
        models.promote(network);

        rolledBack();

        assertThat(models.registry().promoted("neural_network"))
                .hasValueSatisfying(version -> assertThat(version.name()).isEqualTo(network));
    }

    @Test
    void ofTwentyPromotionsAtOnceOneIsInForceAndAllAreInTheHistory() throws Exception {
        List<VersionName> all = publish(20);
        List<Callable<Void>> promotions = new ArrayList<>();
        for (VersionName name : all) {
            promotions.add(() -> {
                models.promote(name);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(promotions)) {
            done.get();
        }

        assertThat(standings()).filteredOn(line -> line.endsWith("PROMOTED")).hasSize(1);
        List<VersionName> way = new ArrayList<>(List.of(serving()));
        models.registry().rollBack("random_forest", BECAUSE).ifPresent(way::add);
        for (int more = 0; more < 18; more++) {
            way.add(rolledBack());
        }
        assertThat(way).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void listenersAreNotifiedOfServingVersions() throws Exception {
        VersionName name = models.publishForest();
        try (Connection listener = database.dataSource().getConnection()) {
            listener.createStatement().execute("listen model_registry");

            models.promote(name);

            PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(notifications).extracting(PGNotification::getParameter).containsExactly(name.toString());
        }
    }

    @Test
    void theDatabaseItselfKeepsAVersionThatServes() {
        VersionName name = models.publishForest();
        models.promote(name);

        for (String statement : List.of("delete from model_version", "update model_version set state = 'discarded'")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> models.jdbc().sql(statement).update());
        }
        assertThat(serving()).isEqualTo(name);
    }

    private List<VersionName> publish(int count) {
        List<VersionName> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            names.add(models.publishForest());
        }
        return names;
    }

    private VersionName rolledBack() {
        VersionName now = models.registry().rollBack("random_forest", BECAUSE).orElseThrow();
        assertThat(serving()).isEqualTo(now);
        return now;
    }

    private VersionName serving() {
        return models.registry().promoted("random_forest").orElseThrow().name();
    }

    private List<String> standings() {
        return models.registry().versions().stream()
                .map(version -> version.name() + " " + version.standing())
                .toList();
    }
}
