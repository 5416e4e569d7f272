package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.EnabledSymbols;
import io.openalpha.jobs.fetch.SymbolSupply;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.run.JobPlan;
import io.openalpha.run.Run;
import io.openalpha.run.Shard;
import java.util.List;
import org.springframework.batch.core.job.Job;

/**
 * The job {@code backfill}: step {@code backfill} asks for the daily bars that are missing and a few more, step {@code gaps}
 * again for days on which a symbol has none and its exchange traded.
 */
public final class BackfillPlan implements JobPlan {

    private final BackfillParts parts;

    BackfillPlan(BackfillParts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public Job job(Run run) {
        BackfillRequest request = BackfillRequest.of(run.details());
        BackfillSteps steps = new BackfillSteps(parts, run);
        return run.job()
                .start(steps.backfill(symbols(request.symbols()), request))
                .next(steps.gaps())
                .build();
    }

    private SymbolSupply symbols(List<Symbol> named) {
        if (named.isEmpty()) {
            return new EnabledSymbols(parts.universe(), Shard.WHOLE);
        }
        parts.universe()
                .save(parts.universe().unknown(named).stream()
                        .map(Instrument::known)
                        .toList());
        return SymbolSupply.of(named);
    }
}
