package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.empty();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void fourAtOnceOnAnEmptyDatabaseAllSucceed() throws Exception {
        Callable<Void> migration = () -> {
            TestDatabase.migrate(database.dataSource());
            return null;
        };
        for (Future<Void> done : threads.invokeAll(List.of(migration, migration, migration, migration))) {
            done.get();
        }

        assertThat(JdbcClient.create(database.dataSource())
                        .sql("select count(*) from flyway_schema_history where version = '3' and success")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void givesPartitionsNamedInOtherDigitsTheNameByWhichTheyAreFound() {
        flyway().target("16").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        List.of("quote_٢٠٢٦_١٢ 2026-12 2027-01", "quote_๒๐๒๗_๐๑ 2027-01 2027-02", "quote_2027_02 2027-02 2027-03")
                .forEach(partition -> make(partition.split(" "), jdbc));

        flyway().load().migrate();

        assertThat(jdbc.sql("select inhrelid::regclass::text from pg_inherits"
                                + " where inhparent = 'quote'::regclass order by 1")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("quote_2026_12", "quote_2027_01", "quote_2027_02");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.dataSource()).javaMigrations(new BatchTables(), new NoUniverse());
    }

    private static void make(String[] partition, JdbcClient jdbc) {
        jdbc.sql("create table %s partition of quote for values from ('%s-01 00:00+00') to ('%s-01 00:00+00')"
                        .formatted((Object[]) partition))
                .update();
    }
}
