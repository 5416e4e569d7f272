package io.openalpha.simulator;

import java.util.regex.Pattern;

/**
 * What Alpha Vantage says, at HTTP 200, instead of data. The phrases that tell one message from another are the real
 * service's; the rest is invented.
 */
final class AlphaVantageErrors {

    private static final Pattern UNSAFE = Pattern.compile("[\"\\\\\\p{Cntrl}]");

    private AlphaVantageErrors() {}

    static ServiceResponse invalidKey() {
        return message("Error Message", "the parameter apikey is invalid or missing. (Simulated.)", "invalid-key");
    }

    static ServiceResponse invalidCall(String function) {
        return message("Error Message", "Invalid API call. (Simulated) for " + function + ".", "invalid-call");
    }

    static ServiceResponse premium() {
        return message("Information", "This is a premium endpoint. (Simulated.)", "premium");
    }

    static ServiceResponse dailyQuota(String key, int perDay) {
        return message(
                "Information",
                ("We have detected your API key as %s and our standard API rate limit is %s requests per day."
                                + " (Simulated.)")
                        .formatted(key, perDay),
                "quota-day");
    }

    static ServiceResponse minuteQuota(int perMinute, int perDay) {
        return message(
                "Note",
                "Our standard API call frequency is %s calls per minute and %s calls per day. (Simulated.)"
                        .formatted(perMinute, perDay),
                "quota-minute");
    }

    static ServiceResponse burst(int perSecond, int perDay) {
        return message(
                "Information",
                ("Please consider spreading out your free API requests more sparingly (%s request per second);"
                                + " the free key rate limit is (%s requests per day). (Simulated.)")
                        .formatted(perSecond, perDay),
                "quota-second");
    }

    private static ServiceResponse message(String key, String text, String outcome) {
        String safe = UNSAFE.matcher(text).replaceAll("?");
        return ServiceResponse.json(200, "{\"%s\": \"%s\"}".formatted(key, safe), outcome);
    }
}
