package io.openalpha.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which exchange a symbol belongs to, by its form. */
final class Exchanges {

    private static final Pattern LEGAL = Pattern.compile("[A-Z0-9^][A-Z0-9.=^_-]{0,19}");
    private static final Set<String> ETFS =
            Set.of("SPY", "QQQ", "IWM", "DIA", "VOO", "VTI", "GLD", "TLT", "XLF", "XLK");

    private static final Exchange NASDAQ = unitedStates("NMS", "NasdaqGS", InstrumentType.EQUITY);
    private static final Exchange NYSE = unitedStates("NYQ", "NYSE", InstrumentType.EQUITY);
    private static final Exchange ARCA = unitedStates("PCX", "NYSEArca", InstrumentType.ETF);
    private static final Exchange INDICES = unitedStates("SNP", "SNP", InstrumentType.INDEX);
    private static final Exchange CRYPTO = new Exchange(
            "CCC",
            "CCC",
            InstrumentType.CRYPTOCURRENCY,
            "USD",
            ZoneId.of("UTC"),
            LocalTime.MIDNIGHT,
            Duration.ofMinutes(1439),
            Duration.ZERO,
            Duration.ZERO,
            Holidays.NEVER,
            2,
            1);

    private static final Map<String, Exchange> BY_SUFFIX = Map.ofEntries(
            Map.entry("L", stock("LSE", "LSE", "GBp", "Europe/London", "08:00", 510, Holidays.LONDON, 80)),
            Map.entry("DE", stock("GER", "XETRA", "EUR", "Europe/Berlin", "09:00", 510, Holidays.EUROPE, 1)),
            Map.entry("PA", stock("PAR", "Paris", "EUR", "Europe/Paris", "09:00", 510, Holidays.EUROPE, 1)),
            Map.entry("AS", stock("AMS", "Amsterdam", "EUR", "Europe/Amsterdam", "09:00", 510, Holidays.EUROPE, 1)),
            Map.entry("MI", stock("MIL", "Milan", "EUR", "Europe/Rome", "09:00", 510, Holidays.EUROPE, 1)),
            Map.entry("SW", stock("EBS", "Swiss", "CHF", "Europe/Zurich", "09:00", 510, Holidays.EUROPE, 1)),
            Map.entry("ST", stock("STO", "Stockholm", "SEK", "Europe/Stockholm", "09:00", 510, Holidays.EUROPE, 10)),
            Map.entry("TO", stock("TOR", "Toronto", "CAD", "America/Toronto", "09:30", 390, Holidays.CANADA, 1)),
            Map.entry("AX", stock("ASX", "ASX", "AUD", "Australia/Sydney", "10:00", 372, Holidays.AUSTRALIA, 1)),
            Map.entry("NZ", stock("NZE", "NZSE", "NZD", "Pacific/Auckland", "10:00", 405, Holidays.AUSTRALIA, 1)),
            Map.entry("HK", stock("HKG", "HKSE", "HKD", "Asia/Hong_Kong", "09:30", 390, Holidays.ASIA, 8)),
            Map.entry("T", stock("JPX", "Tokyo", "JPY", "Asia/Tokyo", "09:00", 360, Holidays.ASIA, 100)),
            Map.entry(
                    "JO",
                    stock("JNB", "Johannesburg", "ZAc", "Africa/Johannesburg", "09:00", 480, Holidays.LONDON, 500)));

    private Exchanges() {}

    /** The exchange of a symbol in Yahoo's spelling; empty if Yahoo could not know such a symbol. */
    static Optional<Exchange> of(String symbol) {
        if (!LEGAL.matcher(symbol).matches()) {
            return Optional.empty();
        }
        if (symbol.endsWith("=X")) {
            return Optional.of(currencies(symbol));
        }
        if (symbol.startsWith("^")) {
            return Optional.of(INDICES);
        }
        int dot = symbol.lastIndexOf('.');
        return dot >= 0 ? Optional.ofNullable(BY_SUFFIX.get(symbol.substring(dot + 1))) : Optional.of(american(symbol));
    }

    private static Exchange american(String symbol) {
        if (symbol.endsWith("-USD")) {
            return CRYPTO;
        }
        if (ETFS.contains(symbol)) {
            return ARCA;
        }
        return symbol.length() > 3 ? NASDAQ : NYSE;
    }

    private static Exchange currencies(String symbol) {
        String pair = symbol.substring(0, symbol.length() - 2);
        String currency = pair.length() > 3 ? pair.substring(pair.length() - 3) : pair;
        return new Exchange(
                "CCY",
                "CCY",
                InstrumentType.CURRENCY,
                currency,
                ZoneId.of("Europe/London"),
                LocalTime.MIDNIGHT,
                Duration.ofMinutes(1439),
                Duration.ZERO,
                Duration.ZERO,
                Holidays.WEEKENDS,
                4,
                1);
    }

    private static Exchange unitedStates(String code, String name, InstrumentType type) {
        return new Exchange(
                code,
                name,
                type,
                "USD",
                ZoneId.of("America/New_York"),
                LocalTime.of(9, 30),
                Duration.ofMinutes(390),
                Duration.ofMinutes(330),
                Duration.ofHours(4),
                Holidays.UNITED_STATES,
                2,
                1);
    }

    private static Exchange stock(
            String code,
            String name,
            String currency,
            String zone,
            String open,
            int minutes,
            Holidays holidays,
            double scale) {
        return new Exchange(
                code,
                name,
                InstrumentType.EQUITY,
                currency,
                ZoneId.of(zone),
                LocalTime.parse(open),
                Duration.ofMinutes(minutes),
                Duration.ofHours(1),
                Duration.ZERO,
                holidays,
                2,
                scale);
    }
}
