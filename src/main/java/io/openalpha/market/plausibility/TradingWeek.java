package io.openalpha.market.plausibility;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The days of the week on which an exchange may trade. */
enum TradingWeek {
    /** Any day, such as currencies do that are traded around the clock, or exchanges with sessions on some weekends. */
    ANY_DAY,
    MONDAY_TO_FRIDAY;

    /** By Yahoo's codes. Exchanges that hold special sessions on weekends, such as India's, are not among them. */
    private static final Set<String> WEEKDAYS_ONLY = Set.of(
            "NMS", "NGM", "NCM", "NAS", "NYQ", "NYS", "ASE", "PCX", "BTS", "SNP", "DJI", "TOR", "VAN", "NEO", "CNQ",
            "LSE", "IOB", "GER", "FRA", "STU", "MUN", "DUS", "BER", "HAM", "PAR", "AMS", "BRU", "LIS", "MIL", "MCE",
            "EBS", "STO", "CPH", "HEL", "OSL", "VIE", "JPX", "OSA", "HKG", "ASX", "NZE", "SES");

    /** Tokyo traded on some Saturdays until 1989. */
    private static final LocalDate SINCE = LocalDate.of(1990, 1, 1);

    /** @param exchange its code in Yahoo's spelling, or any other text */
    static TradingWeek of(String exchange) {
        return WEEKDAYS_ONLY.contains(exchange) ? MONDAY_TO_FRIDAY : ANY_DAY;
    }

    boolean has(LocalDate day) {
        return this == ANY_DAY || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 || day.isBefore(SINCE);
    }
}
