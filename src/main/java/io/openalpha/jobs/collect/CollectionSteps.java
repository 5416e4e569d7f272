package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Deadline;
import io.openalpha.jobs.fetch.FailedShareCheck;
import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.jobs.fetch.Fetch;
import io.openalpha.jobs.fetch.FetchAhead;
import io.openalpha.jobs.fetch.Fetched;
import io.openalpha.jobs.fetch.Fetcher;
import io.openalpha.jobs.fetch.Pace;
import io.openalpha.jobs.fetch.StepEnd;
import io.openalpha.jobs.fetch.SymbolSupply;
import io.openalpha.market.Symbol;
import io.openalpha.run.Run;
import io.openalpha.run.StepProgress;
import io.openalpha.source.Answer;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;

/** Makes the steps of one run of the collection. */
final class CollectionSteps {

    private final CollectionParts collectionParts;
    private final Run run;
    private final Fetcher<Symbol, Answer> fetcher;
    private final Pace pace;

    CollectionSteps(CollectionParts collectionParts, Run run) {
        this.collectionParts = collectionParts;
        this.run = run;
        CollectionProperties settings = collectionParts.settings();
        Deadline deadline = Deadline.in(settings.timeLimit(), collectionParts.clock());
        this.fetcher = new Fetcher<>(
                new LatestQuote(collectionParts.chain()), collectionParts.threads(), run.stop(), deadline);
        this.pace = new Pace(settings.politenessBatch(), settings.politenessDelay(), run.stop());
    }

    /** Asks for every symbol once; a resumed run goes on after the last committed chunk. */
    Step collect(SymbolSupply symbols) {
        StepProgress progress = run.progress();
        FetchAhead<Symbol, Answer> reader =
                reader(symbols, () -> progress.committed().position());
        return step(
                        "collect",
                        reader,
                        progress,
                        () -> symbols.count() - progress.committed().items())
                .listener((StepExecutionListener) new StepEnd(reader, run.stop(), true))
                .build();
    }

    /** Asks again for those that failed, if that may help; a resumed run asks for what then still fails. */
    Step retry() {
        StepProgress progress = run.progress();
        SymbolSupply failed = new FailedSymbols(collectionParts.failures(), progress);
        FetchAhead<Symbol, Answer> reader = reader(failed, () -> "");
        return step("retry", reader, progress, failed::count)
                .listener((StepExecutionListener) new StepEnd(reader, run.stop(), false))
                .listener((StepExecutionListener) new FailedShareCheck(
                        () -> summary(progress),
                        collectionParts.settings().maxFailedShare(),
                        "openalpha.collection.max-failed-share",
                        /* summedUpBefore= */ false))
                .build();
    }

    private CollectionSummary summary(StepProgress progress) {
        return CollectionSummary.of(
                progress.totals(), collectionParts.failures().countByReason(progress.jobInstanceId()));
    }

    private FetchAhead<Symbol, Answer> reader(SymbolSupply symbols, Supplier<String> start) {
        int window = collectionParts.settings().chunkSize()
                + collectionParts.settings().inFlight();
        return new FetchAhead<>(symbols, fetcher, pace, window, start);
    }

    private ChunkOrientedStepBuilder<Fetch<Symbol, Answer>, Fetched<Symbol, Answer>> step(
            String name, FetchAhead<Symbol, Answer> reader, StepProgress progress, LongSupplier total) {
        return run.<Fetch<Symbol, Answer>, Fetched<Symbol, Answer>>step(
                        name, collectionParts.settings().chunkSize(), progress, total)
                .reader(reader)
                .processor(fetcher)
                .writer(writer(progress));
    }

    private FetchedWriter writer(StepProgress progress) {
        return new FetchedWriter(
                new QuoteWriter(collectionParts.quotes(), collectionParts.savepoint()),
                collectionParts.failures(),
                new NotFoundStreaks(
                        collectionParts.universe(), collectionParts.settings().notFoundDays(), collectionParts.clock()),
                progress,
                collectionParts.clock());
    }

    /** The symbols that failed in this run, as they are when they are first asked for. */
    private record FailedSymbols(FailureTable failures, StepProgress progress) implements SymbolSupply {

        @Override
        public long count() {
            return failures.retryable(progress.jobInstanceId()).size();
        }

        @Override
        public List<Symbol> after(String position, int limit) {
            return SymbolSupply.of(failures.retryable(progress.jobInstanceId())).after(position, limit);
        }
    }
}
