package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.BarSeries;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.Conflict;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Restatement;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.market.plausibility.Claim;
import io.openalpha.market.plausibility.Decisions;
import io.openalpha.market.plausibility.Plausibility;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import io.openalpha.source.SourceFailures;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.InConflict;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a symbol's days, and for all of them again where they show that the source has changed the past. */
record DailyHistory(HistoryRequest request, SourceChain chain, Plausibility plausibility)
        implements Question<BarUpdate> {

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

    /** Days that cannot be compared fail the symbol, not the run. */
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
        boolean replacesAsTraded = stored == null || !stored.series().adjusted();
        boolean whole = stored == null || (replacesAsTraded ? history.adjusted() : request.whole());
        boolean convert = !replacesAsTraded && !history.adjusted();
        Claim claim = judged(history, whole && !convert);
        if (claim.conflict() != null) {
            return inConflict(history, claim.conflict());
        }
        if (convert) {
            return converted(Objects.requireNonNull(stored), history, claim);
        }
        Restatement restatement = whole || stored == null || replacesAsTraded
                ? null
                : new OverlapComparison(stored).restatement(claim.bars(), claim.actions());
        return restatement == null ? Answer.answered(update(history, claim, whole, null)) : restated(restatement);
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
                .then(history -> history.adjusted() ? restated(history, restatement) : failed(history, AS_TRADED));
    }

    private Answer<BarUpdate> restated(History history, Restatement restatement) {
        Claim claim = judged(history, true);
        return claim.conflict() == null
                ? Answer.answered(update(history, claim, true, restatement))
                : inConflict(history, claim.conflict());
    }

    private Claim judged(History history, boolean whole) {
        Claim claim = Claim.of(history.currency(), history.adjusted(), history.bars(), history.actions())
                .inSessionsOf(history.exchange())
                .with(request.accepted() ? Decisions.ALL : Decisions.NONE);
        // A day further, for it is tomorrow already in the east.
        LocalDate latest =
                LocalDate.ofInstant(history.fetchedAt(), ZoneOffset.UTC).plusDays(1);
        return plausibility.judged(claim, request.stored(), range(whole).from(), latest, whole);
    }

    private Answer<BarUpdate> inConflict(History history, Conflict conflict) {
        plausibility.conflicts().save(symbol(), conflict, history.source(), history.fetchedAt());
        return failed(history, new InConflict(conflict.toString()));
    }

    private Answer<BarUpdate> converted(StoredSeries stored, History history, Claim traded) {
        List<DailyBar> adjusted = new Conversion(stored).adjusted(traded.bars());
        if (adjusted == null) {
            return failed(history, AS_TRADED);
        }
        History converted = history.withBars(List.of(), true);
        return Answer.answered(update(converted, traded.with(onlyNew(stored, adjusted)), false, null));
    }

    private static Answer<BarUpdate> failed(History history, SourceFailure failure) {
        return Answer.failed(SourceFailures.of(history.source(), failure));
    }

    /** For days that the preferred source has given, the fallback's numbers are not used. */
    private static List<DailyBar> onlyNew(StoredSeries stored, List<DailyBar> bars) {
        Set<LocalDate> known = stored.bars().stream()
                .filter(DailyBar::isFinal)
                .map(DailyBar::date)
                .collect(Collectors.toSet());
        return bars.stream().filter(bar -> !known.contains(bar.date())).toList();
    }

    private HistoryRange range(boolean whole) {
        return whole ? request.fullRange() : request.range();
    }

    private BarUpdate update(History history, Claim claim, boolean whole, @Nullable Restatement restatement) {
        return new BarUpdate(
                series(history),
                range(whole).from(),
                range(whole).to(),
                whole,
                claim.bars(),
                claim.bad(),
                claim.actions(),
                history.source(),
                history.fetchedAt(),
                restatement,
                claim.repairs(),
                claim.decisions().applied(),
                history.unpriced());
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
