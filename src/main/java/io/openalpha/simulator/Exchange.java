package io.openalpha.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A place of trade.
 *
 * @param code Yahoo's short name
 * @param fullName Yahoo's long name
 * @param currency as Yahoo writes it: {@code GBp} for pence
 * @param session length of the regular session
 * @param pre time before the open that counts as pre-market
 * @param post time after the close that counts as post-market
 * @param priceHint decimals of a price
 * @param scale how many units of {@code currency} a dollar is worth, roughly
 */
record Exchange(
        String code,
        String fullName,
        InstrumentType type,
        String currency,
        ZoneId zone,
        LocalTime open,
        Duration session,
        Duration pre,
        Duration post,
        Holidays holidays,
        int priceHint,
        double scale) {

    double rounded(double price) {
        double ticks = Math.pow(10, priceHint);
        return Math.max(1, Math.rint(price * ticks)) / ticks;
    }
}
