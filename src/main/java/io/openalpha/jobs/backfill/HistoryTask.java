package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FetchTask;
import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.BarStore;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.Symbol;
import io.openalpha.market.plausibility.Plausibility;
import io.openalpha.source.SourceChain;
import java.util.List;
import java.util.Map;

/** Asks for daily bars of each symbol. */
record HistoryTask(String name, HistoryRequests requests, SourceChain chain, Plausibility plausibility, BarStore store)
        implements FetchTask<BarUpdate> {

    @Override
    public String counted() {
        return name + ".";
    }

    @Override
    public List<Symbol> symbols() {
        return requests.symbols();
    }

    @Override
    public List<Question<BarUpdate>> questions(List<Symbol> symbols) {
        return requests.of(symbols).stream()
                .<Question<BarUpdate>>map(request -> new DailyHistory(request, chain, plausibility))
                .toList();
    }

    @Override
    public void store(List<BarUpdate> answers) {
        store.save(answers);
    }

    @Override
    public String source(BarUpdate update) {
        return update.source();
    }

    @Override
    public Map<String, Long> counts(BarUpdate update) {
        return Map.of(
                "bars", (long) update.bars().size(),
                "quarantined", (long) update.quarantined().size(),
                "repaired", (long) update.repairs().size(),
                "restated", update.restatement() == null ? 0L : 1L);
    }

    @Override
    public void ended(List<Symbol> had, List<Failure> failed) {
        requests.ended(had, failed);
    }
}
