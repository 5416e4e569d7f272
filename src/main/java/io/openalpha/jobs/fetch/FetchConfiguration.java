package io.openalpha.jobs.fetch;

import io.openalpha.source.SourceChain;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What jobs over symbols share. */
@Configuration(proxyBeanMethods = false)
public class FetchConfiguration {

    @Bean
    FetchJobs fetchJobs(SourceChain chain, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new FetchJobs(chain, new FailureTable(jdbc), savepoint, clock);
    }
}
