package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.Universe;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Import and export of daily bars. */
@Configuration(proxyBeanMethods = false)
public class TransferConfiguration {

    @Bean
    BarImport barImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Universe universe,
            BarStore store,
            BarReader reader,
            Clock clock) {
        return new BarImport(jdbc, new TransactionTemplate(transactions), universe, store, reader, clock);
    }

    @Bean
    BarExport barExport(BarReader reader, PlatformTransactionManager transactions) {
        TransactionTemplate unchanging = new TransactionTemplate(transactions);
        unchanging.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new BarExport(reader, unchanging);
    }
}
