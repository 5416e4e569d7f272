package io.openalpha.market;

import io.openalpha.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where quotes are stored in a test: the beans of {@link MarketConfiguration} on a database of their own. */
final class StoredQuotes {

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final QuotePartitions partitions;
    final QuoteStore store;

    StoredQuotes(TestDatabase database, Clock clock) {
        MarketConfiguration market = new MarketConfiguration();
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
        jdbc = JdbcClient.create(database.dataSource());
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
        partitions = market.quotePartitions(jdbc, transactions, clock);
        store = market.quoteStore(jdbc, partitions);
    }

    void know(String... symbols) {
        new Universe(jdbc)
                .save(Stream.of(symbols)
                        .map(name -> Instrument.listed(new Symbol(name), null, null))
                        .toList());
    }

    List<String> partitionNames() {
        return jdbc.sql("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'quote'::regclass order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
