package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.BarChecks;
import io.openalpha.market.BarSeries;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Restatement;
import io.openalpha.market.StoredSeries;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a symbol's days, and for all of them again where they show that the source has changed the past. */
record DailyHistory(SourceChain chain) implements Question<HistoryRequest, HistoryOutcome> {

    private static final Logger LOG = LoggerFactory.getLogger(DailyHistory.class);

    @Override
    public @Nullable HistoryOutcome ask(HistoryRequest historyRequest) throws InterruptedException {
        Answer answer = chain.history(historyRequest.symbol(), historyRequest.range());
        return answer instanceof Answer.AnsweredHistory had ? judged(historyRequest, had.history()) : unhad(answer);
    }

    private static @Nullable HistoryOutcome unhad(Answer answer) {
        return answer instanceof Answer.Unanswered unanswered ? new HistoryOutcome.Failed(unanswered) : null;
    }

    private @Nullable HistoryOutcome judged(HistoryRequest historyRequest, History history)
            throws InterruptedException {
        StoredSeries stored = historyRequest.stored();
        if (stored == null || !stored.series().adjusted()) {
            boolean whole = stored == null || history.adjusted();
            return new HistoryOutcome.Had(update(historyRequest, history, whole, null));
        }
        if (!history.adjusted()) {
            return converted(historyRequest, stored, history);
        }
        Restatement restatement = historyRequest.whole()
                ? null
                : new OverlapComparison(stored)
                        .restatement(BarChecks.check(history.bars()).good(), history.actions());
        return restatement == null
                ? new HistoryOutcome.Had(update(historyRequest, history, historyRequest.whole(), null))
                : restated(historyRequest, restatement);
    }

    private @Nullable HistoryOutcome restated(HistoryRequest historyRequest, Restatement restatement)
            throws InterruptedException {
        LOG.info(
                "{} is restated ({}): the factor of {} was {} and is {}",
                historyRequest.symbol(),
                restatement.reason(),
                restatement.date(),
                restatement.oldFactor(),
                restatement.newFactor());
        Answer answer = chain.history(historyRequest.symbol(), historyRequest.hull());
        if (answer instanceof Answer.AnsweredHistory had) {
            return had.history().adjusted()
                    ? new HistoryOutcome.Had(update(historyRequest, had.history(), true, restatement))
                    : new HistoryOutcome.Unconvertible(had.history().source());
        }
        return unhad(answer);
    }

    private static HistoryOutcome converted(HistoryRequest historyRequest, StoredSeries stored, History history) {
        List<DailyBar> adjusted = new Conversion(stored).adjusted(history.bars());
        return adjusted == null
                ? new HistoryOutcome.Unconvertible(history.source())
                : new HistoryOutcome.Had(
                        update(historyRequest, history.withBars(onlyNew(stored, adjusted), true), false, null));
    }

    /** A fallback's numbers for a day that the preferred source has given are no improvement. */
    private static List<DailyBar> onlyNew(StoredSeries stored, List<DailyBar> bars) {
        List<LocalDate> known = stored.bars().stream()
                .filter(DailyBar::isFinal)
                .map(DailyBar::date)
                .toList();
        return bars.stream().filter(bar -> !known.contains(bar.date())).toList();
    }

    private static BarUpdate update(
            HistoryRequest historyRequest, History history, boolean whole, @Nullable Restatement restatement) {
        HistoryRange range = whole ? historyRequest.hull() : historyRequest.range();
        StoredSeries stored = historyRequest.stored();
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
                series(historyRequest, history),
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

    private static BarSeries series(HistoryRequest historyRequest, History history) {
        boolean sameSource = historyRequest.stored() == null || historyRequest.whole();
        String exchange = sameSource
                ? history.exchange()
                : Objects.requireNonNull(historyRequest.stored()).series().exchange();
        HistoryRange hull = historyRequest.hull();
        return new BarSeries(
                historyRequest.symbol(),
                exchange,
                history.currency(),
                history.zone(),
                history.adjusted(),
                hull.from(),
                hull.to());
    }

    @Override
    public Duration untilAvailable() {
        return chain.untilAvailable();
    }
}
