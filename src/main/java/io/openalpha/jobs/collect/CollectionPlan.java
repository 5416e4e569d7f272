package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.FetchJobs;
import io.openalpha.jobs.fetch.SymbolChoice;
import io.openalpha.market.QuoteLevels;
import io.openalpha.market.QuotePartitions;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.JobPlan;
import io.openalpha.run.Run;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;

/**
 * The job {@code collect}: step {@code collect} asks for every symbol once, step {@code retry} asks again for those
 * that failed for a reason that may have passed.
 */
public final class CollectionPlan implements JobPlan {

    private final CollectionProperties settings;
    private final FetchJobs jobs;
    private final Universe universe;
    private final QuoteStore quotes;
    private final QuoteLevels levels;
    private final QuotePartitions partitions;

    CollectionPlan(
            CollectionProperties settings,
            FetchJobs jobs,
            Universe universe,
            QuoteStore quotes,
            QuoteLevels levels,
            QuotePartitions partitions) {
        this.settings = settings;
        this.jobs = jobs;
        this.universe = universe;
        this.quotes = quotes;
        this.levels = levels;
        this.partitions = partitions;
    }

    /** The details of a run that collects these symbols, or every enabled one when there are none. */
    public static Map<String, String> details(List<Symbol> symbols) {
        return new SymbolChoice(symbols).details();
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
        SymbolChoice choice = SymbolChoice.of(run.details());
        QuoteTask task = new QuoteTask(
                jobs.chain(),
                quotes,
                levels,
                new NotFoundStreaks(universe, settings.notFoundDays(), jobs.clock()),
                () -> choice.of(universe, run.shard()));
        return jobs.of(run, settings, (tally, counts) -> "Collected " + tally)
                .listener(new PartitionUpkeep(partitions, Period.ofMonths(settings.quoteRetentionMonths())))
                .first(task)
                .retry(task)
                .build();
    }
}
