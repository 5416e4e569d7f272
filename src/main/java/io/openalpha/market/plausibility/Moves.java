package io.openalpha.market.plausibility;

import io.openalpha.market.DailyBar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** How closes change from one bar to the next. A place is that of a bar among those with prices. */
final class Moves {

    /** The first place, of which no change is known; stands for none. */
    static final int NOWHERE = 0;

    /** Sessions by which a source misses the day of a split. */
    static final int BESIDE = 3;

    /** A smaller split on a day beside the named one cannot be distinguished from a move of the price. */
    private static final double SMALLEST_BESIDE = Math.log(1.45);

    /** How far the price may move besides on the named day, as a share of the change. */
    private static final double TOLERATED = 0.25;

    /** There are more days beside it, so that a move is taken for a split more easily. */
    private static final double TOLERATED_BESIDE = 0.15;

    private final List<DailyBar> bars;
    private final int[] priced;
    private final LocalDate known;

    /** @param known the last stored day before the answer: the change from it to the answer is not the answer's own */
    Moves(Claim claim, LocalDate known) {
        this.bars = claim.bars();
        this.priced = claim.priced();
        this.known = known;
    }

    /** Where the bar of a place is among all bars. */
    int index(int place) {
        return priced[place];
    }

    DailyBar bar(int place) {
        return bars.get(priced[place]);
    }

    /** That of the first bar of a day or after it. */
    int place(LocalDate day) {
        int place = 0;
        while (place < priced.length && bar(place).date().isBefore(day)) {
            place++;
        }
        return place;
    }

    /** Where the close changes so: on the named day, or as near to it as possible; nowhere if it does not. */
    int nearest(int named, double change) {
        if (shows(named, change)) {
            return named;
        }
        return IntStream.rangeClosed(1, BESIDE)
                .flatMap(distance -> IntStream.of(named - distance, named + distance))
                .filter(place -> showsBeside(place, change))
                .findFirst()
                .orElse(NOWHERE);
    }

    /** The places within a few sessions of two at which the close changes so. */
    int[] between(int first, int last, double change) {
        return IntStream.rangeClosed(first - BESIDE, last + BESIDE)
                .filter(place -> (place == first || place == last) ? shows(place, change) : showsBeside(place, change))
                .toArray();
    }

    /** Whether the close changes so between the bar before a place and the one there. */
    boolean shows(int place, double change) {
        return shows(place, change, TOLERATED);
    }

    private boolean showsBeside(int place, double change) {
        return Math.abs(change) >= SMALLEST_BESIDE
                && shows(place, change, TOLERATED_BESIDE)
                && (bar(place - 1).date().isAfter(known) || !bar(place).date().isAfter(known));
    }

    private boolean shows(int place, double change, double tolerated) {
        return place > 0
                && place < priced.length
                && isNear(Math.log(bar(place).close() / bar(place - 1).close()), change, tolerated);
    }

    /** Whether the adjusted close changes so as well. */
    boolean showsAdjusted(int place, double change) {
        return isNear(Math.log(bar(place).adjustedClose() / bar(place - 1).adjustedClose()), change, TOLERATED);
    }

    private static boolean isNear(double move, double change, double tolerated) {
        return Math.abs(move - change) < tolerated * Math.abs(change);
    }
}
