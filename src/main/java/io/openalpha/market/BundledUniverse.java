package io.openalpha.market;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Loads the bundled list of the S&amp;P 500 into a new database, once: what a user later changes stays changed. */
final class BundledUniverse extends BaseJavaMigration {

    private static final String LIST = "symbols/sp500.csv";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5");
    }

    @Override
    public String getDescription() {
        return "bundled universe";
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
