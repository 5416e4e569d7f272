package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.jobs.fetch.Fetched;
import io.openalpha.market.BarStore;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.Symbol;
import io.openalpha.run.StepProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores what a chunk of fetches brought: bars and all that belongs to them, failures, and the position to resume from. */
final class HistoryWriter implements ItemWriter<Fetched<HistoryRequest, HistoryOutcome>> {

    private final BarStore store;
    private final FailureTable failures;
    private final StepProgress progress;
    private final Clock clock;
    private final String counted;
    private final Consumer<List<Symbol>> afterwards;

    /**
     * @param counted name under which symbols are counted by source
     * @param afterwards is told, in the chunk's transaction, which symbols an answer came of
     */
    HistoryWriter(
            BarStore store,
            FailureTable failures,
            StepProgress progress,
            Clock clock,
            String counted,
            Consumer<List<Symbol>> afterwards) {
        this.store = store;
        this.failures = failures;
        this.progress = progress;
        this.clock = clock;
        this.counted = counted;
        this.afterwards = afterwards;
    }

    @Override
    public void write(Chunk<? extends Fetched<HistoryRequest, HistoryOutcome>> chunk) {
        List<? extends Fetched<HistoryRequest, HistoryOutcome>> ended = chunk.getItems().stream()
                .takeWhile(fetched -> fetched.answer() != null)
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        List<BarUpdate> updates = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        Instant now = clock.instant();
        for (Fetched<HistoryRequest, HistoryOutcome> fetched : ended) {
            if (fetched.answer() instanceof HistoryOutcome.Had had) {
                updates.add(had.update());
            } else if (fetched.answer() instanceof HistoryOutcome.Failed unhad) {
                failed.add(Failure.of(unhad.answer(), now));
            } else if (fetched.answer() instanceof HistoryOutcome.Unconvertible odd) {
                failed.add(unadjusted(fetched.wanted().symbol(), odd.source(), now));
            }
        }
        store.save(updates);
        List<Symbol> had = updates.stream().map(BarUpdate::symbol).toList();
        failures.save(progress.jobInstanceId(), failed);
        failures.clear(progress.jobInstanceId(), had);
        afterwards.accept(had);
        String last = ended.get(ended.size() - 1).wanted().symbol().name();
        progress.advance(last, ended.size(), counts(updates, failed));
    }

    private static Failure unadjusted(Symbol symbol, String source, Instant now) {
        String detail = "prices of %s are as traded and do not go with the stored ones".formatted(source);
        return new Failure(symbol, "unadjusted", detail, true, now);
    }

    private Map<String, Long> counts(List<BarUpdate> updates, List<Failure> failed) {
        Map<String, Long> counts = new HashMap<>();
        for (BarUpdate update : updates) {
            counts.merge(counted + update.source(), 1L, Long::sum);
            counts.merge("bars", (long) update.bars().size(), Long::sum);
            counts.merge("quarantined", (long) update.quarantined().size(), Long::sum);
            counts.merge("restated", update.restatement() == null ? 0L : 1L, Long::sum);
        }
        failed.forEach(failure -> counts.merge("failed." + failure.reason(), 1L, Long::sum));
        return counts;
    }
}
