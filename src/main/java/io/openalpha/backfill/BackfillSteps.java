package io.openalpha.backfill;

import io.openalpha.fetch.Deadline;
import io.openalpha.fetch.Fetch;
import io.openalpha.fetch.FetchAhead;
import io.openalpha.fetch.Fetched;
import io.openalpha.fetch.Fetcher;
import io.openalpha.fetch.Pace;
import io.openalpha.fetch.StepEnd;
import io.openalpha.fetch.Supply;
import io.openalpha.fetch.SymbolSupply;
import io.openalpha.fetch.Verdict;
import io.openalpha.market.Symbol;
import io.openalpha.run.Run;
import io.openalpha.run.StepProgress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;

/** Makes the steps of one run of the backfill. */
final class BackfillSteps {

    private final BackfillParts parts;
    private final BackfillProperties settings;
    private final Run run;
    private final Fetcher<Wanted, Outcome> fetcher;
    private final Pace pace;

    BackfillSteps(BackfillParts parts, Run run) {
        this.parts = parts;
        this.settings = parts.settings();
        this.run = run;
        Deadline deadline = Deadline.in(settings.timeLimit(), parts.clock());
        this.fetcher = new Fetcher<>(new DailyHistory(parts.chain()), parts.threads(), run.stop(), deadline);
        this.pace = new Pace(settings.politenessBatch(), settings.politenessDelay(), run.stop());
    }

    /** Asks for what is missing of every symbol; a resumed run goes on after the last committed chunk. */
    Step backfill(SymbolSupply symbols, BackfillRequest request) {
        // A day further, for it is tomorrow already in the east.
        LocalDate today =
                LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC).plusDays(1);
        Wishes wishes = new Wishes(request, settings, today);
        return step("backfill", new WantedSymbols(symbols, parts.bars(), wishes), had -> {}, true);
    }

    /** Asks again for days on which others traded. */
    Step gaps() {
        return step("gaps", new WantedGaps(parts.gaps(), parts.bars()), parts.gaps()::tried, false);
    }

    private Step step(String name, Supply<Wanted> supply, Consumer<List<Symbol>> afterwards, boolean first) {
        StepProgress progress = run.progress();
        int window = settings.chunkSize() + settings.inFlight();
        FetchAhead<Wanted, Outcome> reader = new FetchAhead<>(
                supply, fetcher, pace, window, () -> progress.committed().position());
        ChunkOrientedStepBuilder<Fetch<Wanted, Outcome>, Fetched<Wanted, Outcome>> step = run.step(
                name,
                settings.chunkSize(),
                progress,
                () -> supply.count() - progress.committed().items());
        return step.reader(reader)
                .processor(fetcher)
                .writer(new HistoryWriter(
                        parts.store(), parts.failures(), progress, parts.clock(), name + ".", afterwards))
                .listener((StepExecutionListener) new StepEnd(reader, run.stop(), /* mustFinish= */ first))
                .listener((StepExecutionListener) verdict(progress, /* summedUpBefore= */ !first))
                .build();
    }

    private Verdict verdict(StepProgress progress, boolean summedUpBefore) {
        return new Verdict(
                () -> new BackfillSummary(progress.totals(), parts.failures().countByReason(progress.jobInstanceId())),
                settings.maxFailedShare(),
                "openalpha.backfill.max-failed-share",
                summedUpBefore);
    }
}
