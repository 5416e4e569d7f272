package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseConfigurationIntegrationTests {

    @AutoClose
    private final TestDatabase external = TestDatabase.empty();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(DatabaseConfiguration.class);

    @TempDir
    private Path folder;

    @Test
    void startsTheEmbeddedDatabaseWhenNoneIsNamed() {
        runner.withPropertyValues("openalpha.data-dir=" + folder).run(context -> {
            assertThat(context.getBean(DatabaseLocation.class).embedded()).isTrue();
            assertThat(migrations(context.getBean(JdbcClient.class))).contains("3");
            assertThat(folder.resolve("postgres/postmaster.pid")).exists();
        });
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void connectsToTheDatabaseThatIsNamed() {
        withExternal().run(context -> {
            assertThat(context.getBean(DatabaseLocation.class)).hasToString(external.url());
            assertThat(migrations(context.getBean(JdbcClient.class))).contains("3");
        });
    }

    @Test
    void takesAConnectionAtTheFirstStatementOfATransaction() {
        withExternal().run(context -> {
            HikariPoolMXBean pool = pool(context.getBean(DataSource.class));
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

            transaction.executeWithoutResult(status -> {
                assertThat(pool.getActiveConnections()).isZero();
                migrations(jdbc);
                assertThat(pool.getActiveConnections()).isOne();
            });
        });
    }

    @Test
    void opensTenConnectionsAtMost() {
        withExternal().run(context -> {
            HikariDataSource pool = hikari(context.getBean(DataSource.class));

            assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
            assertThat(pool.getMinimumIdle()).isEqualTo(1);
        });
    }

    @Test
    void letsThePoolBeConfigured() {
        withExternal()
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=3")
                .run(context -> assertThat(
                                hikari(context.getBean(DataSource.class)).getMaximumPoolSize())
                        .isEqualTo(3));
    }

    @Test
    void closesThePool() {
        HikariDataSource[] pool = new HikariDataSource[1];
        withExternal().run(context -> pool[0] = hikari(context.getBean(DataSource.class)));

        assertThat(pool[0].isClosed()).isTrue();
    }

    private ApplicationContextRunner withExternal() {
        return runner.withPropertyValues(
                "spring.datasource.url=" + external.url(),
                "spring.datasource.username=" + external.username(),
                "spring.datasource.password=" + external.password());
    }

    private static List<String> migrations(JdbcClient jdbc) {
        return jdbc.sql("select version from flyway_schema_history")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static HikariPoolMXBean pool(DataSource dataSource) {
        return hikari(dataSource).getHikariPoolMXBean();
    }

    private static HikariDataSource hikari(DataSource dataSource) {
        return Objects.requireNonNull(DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class));
    }
}
