package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void hasNothingOfWhatAnotherTestStored() {
        try (TestDatabase one = TestDatabase.fresh()) {
            execute(one, "create table extra as select nextval('batch_job_instance_seq')");
            execute(one, "insert into batch_job_instance values (1, 0, 'collect', 'key')");
        }

        try (TestDatabase other = TestDatabase.fresh()) {
            assertThat(count(other, "batch_job_instance")).isZero();
            assertThat(count(other, "pg_tables where tablename = 'extra'")).isZero();
            assertThat(count(other, "pg_sequences where last_value is not null"))
                    .isZero();
            assertThat(count(other, "flyway_schema_history")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table batch_job_instance add column extra int",
                "alter table batch_job_instance drop column version",
                "drop table batch_job_execution cascade",
                "create schema extra",
                "create function extra() returns int language sql return 1",
                "create index extra on batch_job_instance (version)"
            })
    void isNotOneWhoseTablesAnotherTestChanged(String change) {
        String before;
        try (TestDatabase one = TestDatabase.fresh()) {
            before = tables(one);
            execute(one, change);
            assertThat(tables(one)).isNotEqualTo(before);
        }

        try (TestDatabase other = TestDatabase.fresh()) {
            assertThat(tables(other)).isEqualTo(before);
        }
    }

    @Test
    void isOutOfReachOnceItIsClosed() {
        TestDatabase one = TestDatabase.fresh();
        String url = one.url();
        one.close();

        assertThatThrownBy(() -> DriverManager.getConnection(url, one.username(), one.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    private static void execute(TestDatabase database, String sql) {
        JdbcClient.create(database.dataSource()).sql(sql).update();
    }

    private static String tables(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select concat(
                            (select string_agg(relname || attname, ' ' order by relname, attname)
                                from pg_class join pg_attribute on attrelid = pg_class.oid where not attisdropped),
                            (select string_agg(nspname, ' ' order by nspname) from pg_namespace where nspname !~ '^pg_'),
                            (select count(*) from pg_proc))
                        """)
                .query(String.class)
                .single();
    }

    private static long count(TestDatabase database, String from) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
