package io.openalpha.ml.model;

import io.openalpha.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry of a database without a Spring context, for tests of other packages. */
public final class StoredRegistry {

    private StoredRegistry() {}

    public static ModelRegistry in(TestDatabase database) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        return new ModelRegistry(
                new VersionTable(jdbc),
                new DecisionTable(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
    }
}
