package io.openalpha.web.dashboard.data;

import io.openalpha.market.BarReader;
import io.openalpha.market.DataCheck;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the data, found out anew when bars have been stored since. */
final class DataStates {

    private static final Logger LOG = LoggerFactory.getLogger(DataStates.class);

    private final BarReader bars;
    private final Executor others;
    private final RefreshingCache<BarReader.Mark, DataState> states;

    DataStates(BarReader bars, DataCheck check, CoverageTable coverage, Clock clock, Executor others) {
        this.bars = bars;
        this.others = others;
        this.states = new RefreshingCache<>(
                mark -> new DataState(check.health(List.of()), coverage.read(), clock.instant()), others);
    }

    /** Begins to find out, without waiting for it. */
    void prepare() {
        others.execute(() -> {
            try {
                present();
            } catch (RuntimeException e) {
                LOG.warn("The state of the data cannot be found out yet: {}", e.getMessage());
            }
        });
    }

    /** The last state; a caller after the first bars waits for one that has them. */
    DataState present() {
        BarReader.Mark mark = bars.mark();
        DataState state = states.get(mark);
        return state.bars() == 0 && mark.newest() != null ? states.now(mark) : state;
    }
}
