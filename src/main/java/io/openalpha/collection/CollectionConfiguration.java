package io.openalpha.collection;

import io.openalpha.market.QuotePartitions;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Universe;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.JavaVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The collection job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectionProperties.class)
public class CollectionConfiguration {

    /** As many threads as symbols may be in flight, virtual ones where the runtime has them. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService fetchThreads(CollectionProperties settings) {
        ThreadFactory factory = JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE)
                ? new VirtualThreadTaskExecutor("fetch-").getVirtualThreadFactory()
                : new CustomizableThreadFactory("fetch-");
        return Executors.newFixedThreadPool(settings.inFlight(), factory);
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
        return new CollectionPlan(new Parts(
                settings, chain, fetchThreads, universe, quotes, partitions, new FailureTable(jdbc), savepoint, clock));
    }
}
