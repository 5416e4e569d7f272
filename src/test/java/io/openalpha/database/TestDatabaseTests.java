package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void isMigrated() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(count(database, "batch_job_execution")).isZero();
        }
    }

    @Test
    void isAloneWithItsRows() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            JdbcClient.create(one.dataSource())
                    .sql("insert into batch_job_instance values (1, 0, 'collect', 'key')")
                    .update();

            assertThat(count(one, "batch_job_instance")).isOne();
            assertThat(count(other, "batch_job_instance")).isZero();
        }
    }

    @Test
    void maySayNothingOfTables() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(count(database, "pg_tables where schemaname = 'public'")).isZero();
        }
    }

    private static long count(TestDatabase database, String from) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
