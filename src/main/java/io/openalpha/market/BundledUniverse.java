package io.openalpha.market;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Loads the bundled list of the S&amp;P 500 into a new database, once: later changes by a user are kept. */
final class BundledUniverse implements JavaMigration {

    private static final String LIST = "symbols/sp500.csv";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5");
    }

    @Override
    public String getDescription() {
        return "bundled universe";
    }

    /** Constant, so that Flyway accepts a database that was filled from an older list. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws IOException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        new Universe(jdbc).save(bundled().instruments());
    }

    static SymbolList bundled() throws IOException {
        try (Reader text =
                new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8)) {
            return SymbolList.read(text);
        }
    }
}
