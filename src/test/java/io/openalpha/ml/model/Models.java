package io.openalpha.ml.model;

import io.openalpha.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package on a database and a store, at a time that stands still. */
record Models(
        VersionTable versions,
        ModelRegistry registry,
        ModelReader reader,
        ModelPublisher publisher,
        ModelUpkeep upkeep,
        JdbcClient jdbc) {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00.7Z");

    static Models on(TestDatabase database, ArtifactStore store) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        VersionTable versions = new VersionTable(jdbc);
        DecisionTable decisions = new DecisionTable(jdbc);
        ModelRegistry registry = new ModelRegistry(versions, decisions, transaction);
        ModelReader reader = new ModelReader(registry, store);
        return new Models(
                versions,
                registry,
                reader,
                new ModelPublisher(versions, registry, store, reader, Clock.fixed(NOW, ZoneOffset.UTC)),
                new ModelUpkeep(versions, decisions, store, transaction),
                jdbc);
    }

    VersionName publish(String algorithm) {
        return publisher
                .publish(Trained.record(algorithm), Trained.EVALUATION, null, out -> out.write(Trained.MODEL))
                .name();
    }

    VersionName publishForest() {
        return publish("random_forest");
    }

    List<VersionName> published() {
        return registry.versions().stream()
                .map(ModelVersion::name)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    void promote(VersionName name) {
        registry.promote(name, Reason.of("tester", "it is a test"));
    }
}
