package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the days on which no source knows a symbol, and disables symbols unknown for too many days. */
final class NotFoundStreaks {

    private static final Logger LOG = LoggerFactory.getLogger(NotFoundStreaks.class);

    private final Universe universe;
    private final int notFoundDays;
    private final Clock clock;

    NotFoundStreaks(Universe universe, int notFoundDays, Clock clock) {
        this.universe = universe;
        this.notFoundDays = notFoundDays;
        this.clock = clock;
    }

    void note(List<Symbol> found, List<Failure> failed) {
        universe.found(found);
        List<Symbol> unknown = failed.stream()
                .filter(Failure::unknownToAll)
                .map(Failure::symbol)
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Symbol symbol : universe.notFound(unknown, today, notFoundDays)) {
            LOG.warn(
                    "{} was not found on {} days and is set aside; 'symbols enable {}' brings it back",
                    symbol,
                    notFoundDays,
                    symbol);
        }
    }
}
