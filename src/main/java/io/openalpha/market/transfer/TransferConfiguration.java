package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.Universe;
import io.openalpha.market.plausibility.Plausibility;
import io.openalpha.market.plausibility.PlausibilityConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Import and export of daily bars. */
@Configuration(proxyBeanMethods = false)
@Import(PlausibilityConfiguration.class)
public class TransferConfiguration {

    @Bean
    BarImport barImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Universe universe,
            BarStore store,
            BarReader reader,
            Plausibility plausibility,
            Clock clock) {
        return new BarImport(jdbc, new TransactionTemplate(transactions), universe, store, reader, plausibility, clock);
    }

    @Bean
    BarExport barExport(BarReader reader, JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate unchanging = new TransactionTemplate(transactions);
        unchanging.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new BarExport(reader, jdbc, unchanging);
    }
}
