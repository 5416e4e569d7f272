package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.FetchJobs;
import io.openalpha.jobs.fetch.RunTally;
import io.openalpha.jobs.fetch.SymbolChoice;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.GapStore;
import io.openalpha.market.Universe;
import io.openalpha.market.plausibility.Plausibility;
import io.openalpha.run.JobPlan;
import io.openalpha.run.Run;
import io.openalpha.run.Shard;
import java.util.Map;
import org.springframework.batch.core.job.Job;

/**
 * The job {@code backfill}: step {@code backfill} asks for the daily bars that are missing and a few more, step
 * {@code gaps} again for days on which a symbol has none and its exchange traded.
 */
public final class BackfillPlan implements JobPlan {

    private final BackfillProperties settings;
    private final FetchJobs jobs;
    private final Universe universe;
    private final BarStore store;
    private final BarReader bars;
    private final GapStore gaps;
    private final Plausibility plausibility;

    BackfillPlan(
            BackfillProperties settings,
            FetchJobs jobs,
            Universe universe,
            BarStore store,
            BarReader bars,
            GapStore gaps,
            Plausibility plausibility) {
        this.settings = settings;
        this.jobs = jobs;
        this.universe = universe;
        this.store = store;
        this.bars = bars;
        this.gaps = gaps;
        this.plausibility = plausibility;
    }

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public Job job(Run run) {
        BackfillRequest request = BackfillRequest.of(run.details());
        SymbolChoice choice = new SymbolChoice(request.symbols());
        MissingDays missing =
                new MissingDays(request, settings, () -> choice.of(universe, Shard.WHOLE), bars, jobs.clock());
        return jobs.of(run, settings, BackfillPlan::summary)
                .first(new HistoryTask("backfill", missing, jobs.chain(), plausibility, store))
                .followUp(new HistoryTask("gaps", new GapRequests(gaps, bars), jobs.chain(), plausibility, store))
                .build();
    }

    /**
     * Such as {@code Backfilled 499 of 500 symbols (yahoo 499), 1 failed (not_found 1): 1258000 bars, 3 symbols
     * restated, 2 bars quarantined, 7 repaired, 9 symbols asked again for days that they lack}.
     */
    static String summary(RunTally tally, Map<String, Long> counts) {
        long again = counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith("gaps."))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long repaired = counts.getOrDefault("repaired", 0L);
        return "Backfilled %s: %s bars, %s symbols restated, %s bars quarantined%s%s"
                .formatted(
                        tally,
                        counts.getOrDefault("bars", 0L),
                        counts.getOrDefault("restated", 0L),
                        counts.getOrDefault("quarantined", 0L),
                        repaired == 0 ? "" : ", %s repaired".formatted(repaired),
                        again == 0 ? "" : ", %s symbols asked again for days that they lack".formatted(again));
    }
}
