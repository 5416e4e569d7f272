package io.openalpha.market;

import java.time.LocalDate;

/**
 * One day of one instrument, as a source gave it; whether it can be believed is for {@link BarChecks} to say.
 *
 * @param date at the exchange
 * @param open in whole units of the currency, as all prices; adjusted for splits unless the series says otherwise
 * @param adjustedClose adjusted for splits and dividends; of no meaning where there is none
 * @param volume shares, adjusted like the prices
 * @param isFinal whether the day's session was over when the bar was fetched
 * @param isAdjusted whether it has an adjusted close; one with prices as traded has none
 */
public record DailyBar(
        LocalDate date,
        double open,
        double high,
        double low,
        double close,
        double adjustedClose,
        long volume,
        boolean isFinal,
        boolean isAdjusted) {

    /** More than any exchange trades of anything in a day; a source that gives this much means something else by it. */
    public static final long MOST_VOLUME = 1_000_000_000_000_000_000L;

    /** A bar with an adjusted close. */
    public DailyBar(
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            double adjustedClose,
            long volume,
            boolean isFinal) {
        this(date, open, high, low, close, adjustedClose, volume, isFinal, true);
    }

    /** A bar of prices as traded, which has no adjusted close. */
    public static DailyBar asTraded(
            LocalDate date, double open, double high, double low, double close, long volume, boolean isFinal) {
        return new DailyBar(date, open, high, low, close, 0, volume, isFinal, false);
    }

    /** The same bar without an adjusted close. */
    public DailyBar asTraded() {
        return asTraded(date, open, high, low, close, volume, isFinal);
    }

    /** What dividends after the day have left of its close; 1 where there is no adjusted close. */
    public double factor() {
        return isAdjusted ? adjustedClose / close : 1;
    }

    /** The same bar with every price multiplied and the volume divided. */
    public DailyBar scaled(double factor) {
        return factor == 1 ? this : times(factor, Math.round(volume / factor));
    }

    /** The same bar with every price multiplied, as for another unit. */
    public DailyBar times(double factor) {
        return times(factor, volume);
    }

    private DailyBar times(double factor, long shares) {
        return new DailyBar(
                date,
                Decimals.rounded(open * factor),
                Decimals.rounded(high * factor),
                Decimals.rounded(low * factor),
                Decimals.rounded(close * factor),
                Decimals.rounded(adjustedClose * factor),
                shares,
                isFinal,
                isAdjusted);
    }

    /** The same bar with another adjusted close. */
    public DailyBar withAdjustedClose(double price) {
        return new DailyBar(date, open, high, low, close, price, volume, isFinal);
    }
}
