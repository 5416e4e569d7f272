package io.openalpha.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New bars of one instrument, checked.
 *
 * @param series as it is to be afterwards
 * @param from the first day that was asked for
 * @param to the last
 * @param whole whether they take the place of everything that is stored, rather than of their own days
 * @param bars good ones
 * @param quarantined bad ones; a stored bar of such a day is removed if it is the same, or if the days around show that
 *     it is bad
 * @param actions within the days, one a day and kind
 * @param restatement why everything was asked for again; null if that is not the reason
 * @param repairs what came in place of bars and amounts that were repaired
 * @param accepted contradictions among the bars that a person has accepted
 * @param unpriced days without prices on which the symbol was traded all the same: gaps
 */
public record BarUpdate(
        BarSeries series,
        LocalDate from,
        LocalDate to,
        boolean whole,
        List<DailyBar> bars,
        List<QuarantinedBar> quarantined,
        List<CorporateAction> actions,
        String source,
        Instant fetchedAt,
        @Nullable Restatement restatement,
        List<Repair> repairs,
        Collection<AcceptedConflict> accepted,
        List<LocalDate> unpriced) {

    /** Of several actions of one kind on a day one is made, for the table has one. */
    public BarUpdate {
        actions = CorporateAction.onePerDay(actions);
    }

    /** New bars of which none was repaired. */
    public BarUpdate(
            BarSeries series,
            LocalDate from,
            LocalDate to,
            boolean whole,
            List<DailyBar> bars,
            List<QuarantinedBar> quarantined,
            List<CorporateAction> actions,
            String source,
            Instant fetchedAt,
            @Nullable Restatement restatement) {
        this(
                series,
                from,
                to,
                whole,
                bars,
                quarantined,
                actions,
                source,
                fetchedAt,
                restatement,
                List.of(),
                List.of(),
                List.of());
    }

    /** Whose bars they are. */
    public Symbol symbol() {
        return series.symbol();
    }
}
