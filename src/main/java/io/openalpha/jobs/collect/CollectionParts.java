package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.market.QuotePartitions;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Universe;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.transaction.support.TransactionOperations;

/** What every collection is made of; a run adds its own reader, writer and progress. */
record CollectionParts(
        CollectionProperties settings,
        SourceChain chain,
        ExecutorService threads,
        Universe universe,
        QuoteStore quotes,
        QuotePartitions partitions,
        FailureTable failures,
        TransactionOperations savepoint,
        Clock clock) {}
