package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
}
