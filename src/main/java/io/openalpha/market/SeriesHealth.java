package io.openalpha.market;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How complete and plausible the stored bars of one symbol are.
 *
 * @param first day of the first bar; null if there is none
 * @param last day of the last bar; null if there is none
 * @param bars how many there are
 * @param gaps days without a bar on which its exchange traded, not yet asked for often enough
 * @param unasked those of them that the source was not asked for again even once
 * @param absent such days that were asked for too often without result, and are no longer expected
 * @param quarantined bars that cannot be believed
 * @param restatements times at which a source changed the past
 * @param behind sessions of its exchange after the last bar, those of the 60 days before the newest bar of all at most;
 *     weekdays until the last day that was asked for, where these are more, for nobody else may show the sessions
 * @param asTraded whether prices are as traded, for lack of a source that adjusts them
 * @param repaired bars and amounts that were not stored as they came, because they were proven wrong
 * @param conflict what is stored and what the source has, where the two contradict one another; null if they do not
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record SeriesHealth(
        Symbol symbol,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        long bars,
        long gaps,
        long unasked,
        long absent,
        long quarantined,
        long restatements,
        long behind,
        boolean asTraded,
        long repaired,
        @Nullable String conflict) {

    /** Sessions that a series may be behind: a bar of yesterday can be late, one of last week is missing. */
    static final int TOLERATED_BEHIND = 4;

    /** A halt or two a year are normal; a source that leaves out more should be looked at. */
    private static final double TOLERATED_LACK = 0.01;

    /** Whether the symbol has no bar. */
    public boolean isEmpty() {
        return bars == 0;
    }

    /** Whether it has no bar of the last week in which its exchange traded. */
    public boolean isStale() {
        return behind > TOLERATED_BEHIND;
    }

    /** Days without a bar on which its exchange traded, open and absent. */
    public long lacking() {
        return gaps + absent;
    }

    /** Whether more than one in a hundred of its exchange's sessions has no bar. */
    public boolean isSparse() {
        return lacking() > TOLERATED_LACK * (bars + lacking());
    }

    /** Whether a user has to decide between what is stored and what the source has. */
    public boolean isInConflict() {
        return conflict != null;
    }

    /**
     * Whether nothing needs attention. A few days that the source does not have either, when it is
     * asked again, are worth a note and no more: most likely the symbol was halted.
     */
    @JsonProperty("clean")
    public boolean isClean() {
        boolean complete = !isEmpty() && !isStale() && !isSparse() && unasked == 0;
        return complete && quarantined == 0 && !asTraded && !isInConflict();
    }
}
