package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.EnabledSymbols;
import io.openalpha.jobs.fetch.SymbolSupply;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.run.JobPlan;
import io.openalpha.run.Run;
import io.openalpha.run.Shard;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;

/**
 * The job {@code collect}: step {@code collect} asks for every symbol once, step {@code retry} asks again for those that
 * failed for a reason that may have passed.
 */
public final class CollectionPlan implements JobPlan {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionPlan.class);
    private static final String SYMBOLS = "symbols";

    private final CollectionParts collectionParts;

    CollectionPlan(CollectionParts collectionParts) {
        this.collectionParts = collectionParts;
    }

    /** The details of a run that collects these symbols, or every enabled one when there are none. */
    public static Map<String, String> details(List<Symbol> symbols) {
        return symbols.isEmpty()
                ? Map.of()
                : Map.of(SYMBOLS, symbols.stream().map(Symbol::name).collect(Collectors.joining(" ")));
    }

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public boolean isDivisible() {
        return true;
    }

    @Override
    public Job job(Run run) {
        CollectionSteps steps = new CollectionSteps(collectionParts, run);
        return run.job()
                .listener(new PartitionUpkeep(
                        collectionParts.partitions(),
                        Period.ofMonths(collectionParts.settings().quoteRetentionMonths())))
                .start(steps.collect(symbols(run.details().getOrDefault(SYMBOLS, ""), run.shard())))
                .next(steps.retry())
                .build();
    }

    private SymbolSupply symbols(String named, Shard shard) {
        if (named.isEmpty()) {
            return new EnabledSymbols(collectionParts.universe(), shard);
        }
        List<Symbol> symbols = Arrays.stream(named.split(" "))
                .filter(shard::takes)
                .map(Symbol::new)
                .toList();
        List<Symbol> strangers = collectionParts.universe().unknown(symbols);
        if (!strangers.isEmpty()) {
            LOG.info("{} not in the universe: collected only when named", strangers);
            collectionParts
                    .universe()
                    .save(strangers.stream().map(Instrument::known).toList());
        }
        return SymbolSupply.of(symbols);
    }
}
