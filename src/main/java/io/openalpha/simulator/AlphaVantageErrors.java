package io.openalpha.simulator;

import java.util.regex.Pattern;

/**
 * What Alpha Vantage says, at HTTP 200, instead of data. The phrases that tell one message from another are the real
 * service's; the rest is made up.
 */
final class AlphaVantageErrors {

    private static final Pattern UNSAFE = Pattern.compile("[\"\\\\\\p{Cntrl}]");

    private AlphaVantageErrors() {}

    static Answer invalidKey() {
        return message("Error Message", "the parameter apikey is invalid or missing. (Simulated.)", "invalid-key");
    }

    static Answer invalidCall(String function) {
        return message("Error Message", "Invalid API call. (Simulated) for " + function + ".", "invalid-call");
    }

    static Answer premium() {
        return message("Information", "This is a premium endpoint. (Simulated.)", "premium");
    }

    static Answer dailyQuota(String key, int perDay) {
        return message(
                "Information",
                "We have detected your API key as %s and our standard API rate limit is %d requests per day. (Simulated.)"
                        .formatted(key, perDay),
                "quota-day");
    }

    static Answer minuteQuota(int perMinute, int perDay) {
        return message(
                "Note",
                "Our standard API call frequency is %d calls per minute and %d calls per day. (Simulated.)"
                        .formatted(perMinute, perDay),
                "quota-minute");
    }

    static Answer burst(int perSecond, int perDay) {
        return message(
                "Information",
                "Please consider spreading out your free API requests more sparingly (%d request per second); the free key rate limit is (%d requests per day). (Simulated.)"
                        .formatted(perSecond, perDay),
                "quota-second");
    }

    private static Answer message(String key, String text, String outcome) {
        String safe = UNSAFE.matcher(text).replaceAll("?");
        return Answer.json(200, "{\"%s\": \"%s\"}".formatted(key, safe), outcome);
    }
}
