package io.openalpha.ml.prediction;

import io.openalpha.market.BarReader;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest features in memory: computed at the start, and anew whenever bars were stored. */
final class NewestFeatures extends BackgroundRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(NewestFeatures.class);

    private final BarReader bars;
    private final RowReader reader;
    private final Universe universe;
    private final LatestForecasts board;

    private volatile BarReader.@Nullable Mark read;
    private NewestRows rows = NewestRows.NONE;

    NewestFeatures(BarReader bars, Universe universe, LatestForecasts board, Duration poll) {
        super("newest-features", poll);
        this.bars = bars;
        this.reader = new RowReader(bars);
        this.universe = universe;
        this.board = board;
    }

    @Override
    void begin() {
        round();
    }

    /** Whether the forecasts on the board are those of the bars that are stored now. */
    boolean areOf(BarReader.Mark mark) {
        return mark.equals(read);
    }

    @Override
    void round() {
        BarReader.Mark mark = bars.mark();
        Set<Symbol> known =
                universe.all(false).stream().map(Instrument::symbol).collect(Collectors.toUnmodifiableSet());
        if (!mark.equals(read)) {
            show(read(mark.newest(), known));
            // What was stored meanwhile makes another mark.
            read = mark;
        } else if (!known.equals(rows.known())) {
            show(rows.withKnown(known));
        }
    }

    private NewestRows read(@Nullable LocalDate newest, Set<Symbol> known) {
        try {
            return newest == null ? NewestRows.NONE.withKnown(known) : reader.read(newest, known);
        } catch (IllegalArgumentException e) {
            LOG.warn("The newest bars cannot be predicted from, so features stay as they are: {}", e.getMessage());
            return rows.withKnown(known);
        }
    }

    private void show(NewestRows fresh) {
        rows = fresh;
        board.show(fresh);
    }
}
