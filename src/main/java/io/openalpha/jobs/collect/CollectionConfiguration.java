package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.jobs.fetch.FetchThreads;
import io.openalpha.market.QuotePartitions;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Universe;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The collection job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectionProperties.class)
public class CollectionConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService fetchThreads(CollectionProperties settings) {
        return FetchThreads.of(settings.inFlight());
    }

    @Bean
    CollectionPlan collectionPlan(
            CollectionProperties settings,
            SourceChain chain,
            ExecutorService fetchThreads,
            Universe universe,
            QuoteStore quotes,
            QuotePartitions partitions,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new CollectionPlan(new CollectionParts(
                settings, chain, fetchThreads, universe, quotes, partitions, new FailureTable(jdbc), savepoint, clock));
    }
}
