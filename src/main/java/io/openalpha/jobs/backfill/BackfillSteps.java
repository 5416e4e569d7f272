package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Deadline;
import io.openalpha.jobs.fetch.FailedShareCheck;
import io.openalpha.jobs.fetch.Fetch;
import io.openalpha.jobs.fetch.FetchAhead;
import io.openalpha.jobs.fetch.Fetched;
import io.openalpha.jobs.fetch.Fetcher;
import io.openalpha.jobs.fetch.Pace;
import io.openalpha.jobs.fetch.StepEnd;
import io.openalpha.jobs.fetch.Supply;
import io.openalpha.jobs.fetch.SymbolSupply;
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
    private final Fetcher<HistoryRequest, HistoryOutcome> fetcher;
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
        RangePlanner rangePlanner = new RangePlanner(request, settings, today);
        return step("backfill", new HistoryRequests(symbols, parts.bars(), rangePlanner), had -> {}, true);
    }

    /** Asks again for days on which others traded. */
    Step gaps() {
        return step("gaps", new GapRequests(parts.gaps(), parts.bars()), parts.gaps()::tried, false);
    }

    private Step step(String name, Supply<HistoryRequest> supply, Consumer<List<Symbol>> afterwards, boolean first) {
        StepProgress progress = run.progress();
        int window = settings.chunkSize() + settings.inFlight();
        FetchAhead<HistoryRequest, HistoryOutcome> reader = new FetchAhead<>(
                supply, fetcher, pace, window, () -> progress.committed().position());
        ChunkOrientedStepBuilder<Fetch<HistoryRequest, HistoryOutcome>, Fetched<HistoryRequest, HistoryOutcome>> step =
                run.step(
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

    private FailedShareCheck verdict(StepProgress progress, boolean summedUpBefore) {
        return new FailedShareCheck(
                () -> new BackfillSummary(progress.totals(), parts.failures().countByReason(progress.jobInstanceId())),
                settings.maxFailedShare(),
                "openalpha.backfill.max-failed-share",
                summedUpBefore);
    }
}
