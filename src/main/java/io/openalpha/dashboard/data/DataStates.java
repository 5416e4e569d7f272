package io.openalpha.dashboard.data;

import io.openalpha.market.BarReader;
import io.openalpha.market.DataCheck;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** The state of the data, found out anew when bars have been stored since. */
final class DataStates {

    private final BarReader bars;
    private final Remembered<BarReader.Mark, DataState> states;

    DataStates(BarReader bars, DataCheck check, CoverageTable coverage, Clock clock, Executor others) {
        this.bars = bars;
        this.states = new Remembered<>(
                mark -> new DataState(check.health(List.of()), coverage.read(), clock.instant()), others);
    }

    DataState present() {
        return states.get(bars.mark());
    }
}
