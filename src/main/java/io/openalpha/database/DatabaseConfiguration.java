package io.openalpha.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.util.StringUtils;

/**
 * Gives a command its database, migrated to the current version: the one of {@code spring.datasource.*} where a URL is
 * set, or else the embedded one of {@code openalpha.data-dir}, which this process shares until the context is closed.
 *
 * <p>A command that imports this fails to start with a {@link DatabaseUnavailableException} when there is none.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, DatabaseWaitProperties.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class DatabaseConfiguration {

    /** Boot's pool takes its URL, user and password from this bean, and so is closed before it. */
    @Bean
    Database database(
            DataSourceProperties external,
            DatabaseProperties own,
            DatabaseWaitProperties patience,
            ObjectProvider<Cancellation> cancellation) {
        String url = external.getUrl();
        return StringUtils.hasText(url)
                ? ExternalDatabase.at(
                        url,
                        external,
                        new DatabaseWait(patience.longestWait(), cancellation.getIfAvailable(() -> () -> false)))
                : EmbeddedDatabase.in(own.dataDir());
    }

    @Bean
    DatabaseLocation databaseLocation(Database database) {
        return database.location();
    }

    @Bean
    BatchTables batchTables() {
        return new BatchTables();
    }

    /** Migrates even where beans are lazy and none depends on the migration. */
    @Bean
    static LazyInitializationExcludeFilter migrationIsNeverLeftOut() {
        return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class);
    }

    /** A transaction takes a connection at its first statement, not while it still waits for the network. */
    @Bean
    static BeanPostProcessor lazyConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof HikariDataSource pool ? lazily(pool) : bean;
            }
        };
    }

    /** Given the defaults, the proxy needs no connection to read them. */
    private static LazyConnectionDataSourceProxy lazily(HikariDataSource pool) {
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(pool);
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        lazy.afterPropertiesSet();
        return lazy;
    }
}
