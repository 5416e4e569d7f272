package io.openalpha.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How complete and believable the stored bars of one symbol are.
 *
 * @param first day of the first bar; null if there is none
 * @param last day of the last bar; null if there is none
 * @param bars how many there are
 * @param gaps days without a bar on which its exchange traded, not yet asked for often enough
 * @param absent such days that were asked for in vain until nobody expects them any more
 * @param quarantined bars that cannot be believed
 * @param restatements times at which a source changed the past
 * @param behind sessions of its exchange after the last bar, 60 days back at most
 * @param asTraded whether prices are as traded, for lack of a source that adjusts them
 */
public record SeriesHealth(
        Symbol symbol,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        long bars,
        long gaps,
        long absent,
        long quarantined,
        long restatements,
        long behind,
        boolean asTraded) {

    /** Sessions that a series may be behind: a bar of yesterday can be late, one of last week is missing. */
    static final int TOLERATED_BEHIND = 4;

    /** Whether the symbol has no bar. */
    public boolean isEmpty() {
        return bars == 0;
    }

    /** Whether it has no bar of the last week in which its exchange traded. */
    public boolean isStale() {
        return behind > TOLERATED_BEHIND;
    }

    /** Whether there is nothing that a person should look at. */
    public boolean isClean() {
        return !isEmpty() && !isStale() && gaps == 0 && quarantined == 0 && !asTraded;
    }
}
