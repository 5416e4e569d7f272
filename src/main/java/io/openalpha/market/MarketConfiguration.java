package io.openalpha.market;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores of symbols, quotes and bars. */
@Configuration(proxyBeanMethods = false)
public class MarketConfiguration {

    @Bean
    Universe universe(JdbcClient jdbc) {
        return new Universe(jdbc);
    }

    @Bean
    BundledUniverse bundledUniverse() {
        return new BundledUniverse();
    }

    @Bean
    QuotePartitions quotePartitions(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new QuotePartitions(jdbc, own, clock);
    }

    @Bean
    QuoteStore quoteStore(JdbcClient jdbc, QuotePartitions partitions) {
        return new QuoteStore(jdbc, partitions);
    }

    @Bean
    QuoteLevels quoteLevels(JdbcClient jdbc, Clock clock) {
        return new QuoteLevels(jdbc, clock);
    }

    @Bean
    StoredDays storedDays() {
        return new StoredDays();
    }

    @Bean
    BarStore barStore(JdbcTemplate jdbc, StoredDays days) {
        return new BarStore(jdbc, days);
    }

    @Bean
    BarReader barReader(JdbcClient jdbc) {
        return new BarReader(jdbc);
    }

    @Bean
    GapStore gapStore(JdbcClient jdbc, StoredDays days) {
        return new GapStore(jdbc, days);
    }

    @Bean
    ConflictStore conflictStore(JdbcClient jdbc) {
        return new ConflictStore(jdbc);
    }

    @Bean
    DataCheck dataCheck(JdbcClient jdbc) {
        return new DataCheck(jdbc);
    }
}
