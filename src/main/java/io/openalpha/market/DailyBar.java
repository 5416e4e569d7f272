package io.openalpha.market;

import java.time.LocalDate;

/**
 * One day of one instrument, as a source gave it; whether it can be believed is for {@link BarChecks} to say.
 *
 * @param date at the exchange
 * @param open in whole units of the currency, as all prices; adjusted for splits unless the series says otherwise
 * @param adjustedClose adjusted for splits and dividends; {@link #NONE} where prices are as traded
 * @param volume shares, adjusted like the prices
 * @param isFinal whether the day's session was over when the bar was fetched
 */
public record DailyBar(
        LocalDate date,
        double open,
        double high,
        double low,
        double close,
        double adjustedClose,
        long volume,
        boolean isFinal) {

    /** The adjusted close of a bar that has none. */
    public static final double NONE = Double.NEGATIVE_INFINITY;

    /** Whether it has an adjusted close. */
    public boolean isAdjusted() {
        return adjustedClose != NONE;
    }

    /** What dividends after the day have left of its close; 1 where there is no adjusted close. */
    public double factor() {
        return isAdjusted() ? adjustedClose / close : 1;
    }

    /** The same bar with every price multiplied and the volume divided. */
    public DailyBar scaled(double factor) {
        return new DailyBar(
                date,
                open * factor,
                high * factor,
                low * factor,
                close * factor,
                isAdjusted() ? adjustedClose * factor : NONE,
                Math.round(volume / factor),
                isFinal);
    }

    /** The same bar with another adjusted close. */
    public DailyBar withAdjustedClose(double price) {
        return new DailyBar(date, open, high, low, close, price, volume, isFinal);
    }
}
