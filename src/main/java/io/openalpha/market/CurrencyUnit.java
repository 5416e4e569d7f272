package io.openalpha.market;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a price counts: whole units of a currency, or the minor unit (pence, agorot, cents, fils) in which some
 * exchanges quote.
 *
 * @param currency the whole unit, ISO 4217
 * @param decimals digits by which a price is to be moved to the right of the point to become one in whole units
 */
public record CurrencyUnit(String currency, int decimals) {

    /** Codes in capitals that exchanges and vendors use for a minor unit and no rule would find. */
    private static final Map<String, String> MINOR = Map.of(
            "ILA", "ILS",
            "ZAC", "ZAR",
            "USC", "USD",
            "EUC", "EUR",
            "KWF", "KWD",
            "BHF", "BHD",
            "JOF", "JOD",
            "OMB", "OMR",
            "TNM", "TND",
            "AEF", "AED");

    /** Currencies that are traded, and that not every supported version of Java knows. */
    private static final Set<String> OTHERS = Set.of("CNH", "XCG", "ZWG");

    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    /** GBp, ZAr, KWd, USx: a lower-case letter, or X, after the two letters of a country stands for its minor unit. */
    private static final Pattern MINOR_CODE = Pattern.compile("[A-Z]{2}([a-z]|X)");

    /** The unit of a code as sources write it, such as {@code GBp}; empty if it is not a currency. */
    public static Optional<CurrencyUnit> of(String code) {
        if (OTHERS.contains(code) || digits(code) >= 0) {
            return Optional.of(new CurrencyUnit(code, 0));
        }
        String whole = MINOR.getOrDefault(code, MINOR_CODE.matcher(code).matches() ? whole(code) : "");
        return digits(whole) > 0 ? Optional.of(new CurrencyUnit(whole, digits(whole))) : Optional.empty();
    }

    /** The currency whose code differs only in case, or that of the country. */
    private static String whole(String minor) {
        String capitals = minor.toUpperCase(Locale.ROOT);
        if (digits(capitals) >= 0) {
            return capitals;
        }
        String country = minor.substring(0, 2);
        if (country.equals("EU")) {
            return "EUR";
        }
        try {
            return Currency.getInstance(new Locale.Builder().setRegion(country).build())
                    .getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Digits of a currency's minor unit; -1 of what is no currency, such as gold and test codes. */
    private static int digits(String code) {
        return DIGITS.getOrDefault(code, -1);
    }

    /** A price in whole units. */
    public BigDecimal whole(BigDecimal price) {
        return price.movePointLeft(decimals);
    }
}
