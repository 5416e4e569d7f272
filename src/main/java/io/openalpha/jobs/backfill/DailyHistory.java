package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.BarChecks;
import io.openalpha.market.BarSeries;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Restatement;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import io.openalpha.source.SourceFailures;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a symbol's days, and for all of them again where they show that the source has changed the past. */
record DailyHistory(HistoryRequest request, SourceChain chain) implements Question<BarUpdate> {

    private static final SourceFailure AS_TRADED =
            new Unusable("prices are as traded, and nothing shows how they go with the stored ones");

    private static final Logger LOG = LoggerFactory.getLogger(DailyHistory.class);

    @Override
    public Symbol symbol() {
        return request.symbol();
    }

    @Override
    public Answer<BarUpdate> ask() throws InterruptedException {
        return chain.history(symbol(), request.range()).then(this::compared);
    }

    /** Days so odd that they cannot be compared are the symbol's fault, not the run's. */
    private Answer<BarUpdate> compared(History history) throws InterruptedException {
        try {
            return update(history);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("The history of {} from {} makes no sense", symbol(), history.source(), e);
            return failed(history, new Garbled("days that make no sense: " + e.getMessage()));
        }
    }

    private Answer<BarUpdate> update(History history) throws InterruptedException {
        StoredSeries stored = request.stored();
        if (stored == null || !stored.series().adjusted()) {
            boolean whole = stored == null || history.adjusted();
            return Answer.answered(update(history, whole, null));
        }
        if (!history.adjusted()) {
            return converted(stored, history);
        }
        Restatement restatement = request.whole()
                ? null
                : new OverlapComparison(stored)
                        .restatement(BarChecks.check(history.bars()).good(), history.actions());
        return restatement == null ? Answer.answered(update(history, request.whole(), null)) : restated(restatement);
    }

    private Answer<BarUpdate> restated(Restatement restatement) throws InterruptedException {
        LOG.info(
                "{} is restated ({}): the factor of {} was {} and is {}",
                symbol(),
                restatement.reason(),
                restatement.date(),
                restatement.oldFactor(),
                restatement.newFactor());
        return chain.history(symbol(), request.fullRange())
                .then(history -> history.adjusted()
                        ? Answer.answered(update(history, true, restatement))
                        : failed(history, AS_TRADED));
    }

    private Answer<BarUpdate> converted(StoredSeries stored, History history) {
        List<DailyBar> adjusted = new Conversion(stored).adjusted(history.bars());
        return adjusted == null
                ? failed(history, AS_TRADED)
                : Answer.answered(update(history.withBars(onlyNew(stored, adjusted), true), false, null));
    }

    private static Answer<BarUpdate> failed(History history, SourceFailure failure) {
        return Answer.failed(SourceFailures.of(history.source(), failure));
    }

    /** A fallback's numbers for a day that the preferred source has given are no improvement. */
    private static List<DailyBar> onlyNew(StoredSeries stored, List<DailyBar> bars) {
        List<LocalDate> known = stored.bars().stream()
                .filter(DailyBar::isFinal)
                .map(DailyBar::date)
                .toList();
        return bars.stream().filter(bar -> !known.contains(bar.date())).toList();
    }

    private BarUpdate update(History history, boolean whole, @Nullable Restatement restatement) {
        HistoryRange range = whole ? request.fullRange() : request.range();
        StoredSeries stored = request.stored();
        List<DailyBar> before = whole || stored == null ? List.of() : stored.before(range.from());
        List<DailyBar> bars = new ArrayList<>(before);
        bars.addAll(history.bars());
        CheckedBars checked = BarChecks.check(bars);
        List<DailyBar> good = before.isEmpty()
                ? checked.good()
                : checked.good().stream()
                        .filter(bar -> range.contains(bar.date()))
                        .toList();
        return new BarUpdate(
                series(history),
                range.from(),
                range.to(),
                whole,
                good,
                checked.bad(),
                history.actions(),
                history.source(),
                history.fetchedAt(),
                restatement);
    }

    private BarSeries series(History history) {
        boolean sameSource = request.stored() == null || request.whole();
        String exchange = sameSource
                ? history.exchange()
                : Objects.requireNonNull(request.stored()).series().exchange();
        HistoryRange fullRange = request.fullRange();
        return new BarSeries(
                request.symbol(),
                exchange,
                history.currency(),
                history.zone(),
                history.adjusted(),
                fullRange.from(),
                fullRange.to());
    }
}
