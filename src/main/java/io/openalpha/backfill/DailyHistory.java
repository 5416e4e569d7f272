package io.openalpha.backfill;

import io.openalpha.fetch.Question;
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
record DailyHistory(SourceChain chain) implements Question<Wanted, Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(DailyHistory.class);

    @Override
    public @Nullable Outcome ask(Wanted wanted) throws InterruptedException {
        Answer answer = chain.history(wanted.symbol(), wanted.range());
        return answer instanceof Answer.AnsweredHistory had ? judged(wanted, had.history()) : unhad(answer);
    }

    private static @Nullable Outcome unhad(Answer answer) {
        return answer instanceof Answer.Unanswered unanswered ? new Outcome.Failed(unanswered) : null;
    }

    private @Nullable Outcome judged(Wanted wanted, History history) throws InterruptedException {
        StoredSeries stored = wanted.stored();
        if (stored == null || !stored.series().adjusted()) {
            boolean whole = stored == null || history.adjusted();
            return new Outcome.Had(update(wanted, history, whole, null));
        }
        if (!history.adjusted()) {
            return converted(wanted, stored, history);
        }
        Restatement restatement = wanted.whole()
                ? null
                : new Comparison(stored)
                        .restatement(BarChecks.check(history.bars()).good(), history.actions());
        return restatement == null
                ? new Outcome.Had(update(wanted, history, wanted.whole(), null))
                : restated(wanted, restatement);
    }

    private @Nullable Outcome restated(Wanted wanted, Restatement restatement) throws InterruptedException {
        LOG.info(
                "{} is restated ({}): the factor of {} was {} and is {}",
                wanted.symbol(),
                restatement.reason(),
                restatement.date(),
                restatement.oldFactor(),
                restatement.newFactor());
        Answer answer = chain.history(wanted.symbol(), wanted.hull());
        if (answer instanceof Answer.AnsweredHistory had) {
            return had.history().adjusted()
                    ? new Outcome.Had(update(wanted, had.history(), true, restatement))
                    : new Outcome.Unconvertible(had.history().source());
        }
        return unhad(answer);
    }

    private static Outcome converted(Wanted wanted, StoredSeries stored, History history) {
        List<DailyBar> adjusted = new Conversion(stored).adjusted(history.bars());
        return adjusted == null
                ? new Outcome.Unconvertible(history.source())
                : new Outcome.Had(update(wanted, history.withBars(onlyNew(stored, adjusted), true), false, null));
    }

    /** A fallback's numbers for a day that the preferred source has given are no improvement. */
    private static List<DailyBar> onlyNew(StoredSeries stored, List<DailyBar> bars) {
        List<LocalDate> known = stored.bars().stream()
                .filter(DailyBar::isFinal)
                .map(DailyBar::date)
                .toList();
        return bars.stream().filter(bar -> !known.contains(bar.date())).toList();
    }

    private static BarUpdate update(Wanted wanted, History history, boolean whole, @Nullable Restatement restatement) {
        HistoryRange range = whole ? wanted.hull() : wanted.range();
        StoredSeries stored = wanted.stored();
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
                series(wanted, history),
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

    private static BarSeries series(Wanted wanted, History history) {
        boolean sameSource = wanted.stored() == null || wanted.whole();
        String exchange = sameSource
                ? history.exchange()
                : Objects.requireNonNull(wanted.stored()).series().exchange();
        HistoryRange hull = wanted.hull();
        return new BarSeries(
                wanted.symbol(),
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
