package io.openalpha.run;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The job repository and what runs jobs on it. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({BatchJdbcAutoConfiguration.class, BatchAutoConfiguration.class, JacksonAutoConfiguration.class
})
public class RunConfiguration {

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Bean
    JobRunner jobRunner(
            DataSource dataSource,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            ObjectProvider<ProgressDisplay> display,
            StopSignal stop) {
        return new JobRunner(
                new RunLocks(dataSource, jdbc, clock),
                new Recovery(jdbc, new TransactionTemplate(transactions)),
                operator,
                new Run.Machinery(
                        repository,
                        transactions,
                        new ProgressTable(jdbc, json),
                        display.getIfAvailable(() -> ProgressDisplay.NONE)),
                stop);
    }
}
