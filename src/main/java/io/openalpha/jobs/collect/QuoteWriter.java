package io.openalpha.jobs.collect;

import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the quotes of a chunk in one statement; a quote that the database refuses costs only itself. */
final class QuoteWriter {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteWriter.class);

    private final QuoteStore store;
    private final TransactionOperations savepoint;

    /** @param savepoint undoes what fails inside it and leaves the surrounding transaction usable */
    QuoteWriter(QuoteStore store, TransactionOperations savepoint) {
        this.store = store;
        this.savepoint = savepoint;
    }

    /** Stores what can be stored and returns the rest. */
    List<Quote> write(List<Quote> quotes) {
        if (stored(quotes)) {
            return List.of();
        }
        List<Quote> refused = new ArrayList<>();
        for (Quote quote : quotes) {
            if (!stored(List.of(quote))) {
                LOG.warn("The database refused {}", quote);
                refused.add(quote);
            }
        }
        return refused;
    }

    private boolean stored(List<Quote> quotes) {
        try {
            savepoint.executeWithoutResult(status -> store.save(quotes));
            return true;
        } catch (DataIntegrityViolationException e) {
            LOG.debug("Refused a write of {} quotes", quotes.size(), e);
            return false;
        }
    }
}
