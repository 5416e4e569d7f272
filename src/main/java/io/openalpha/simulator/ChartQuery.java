package io.openalpha.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the chart service asks for.
 *
 * @param range null where the period is given by its bounds
 * @param from epoch seconds, inclusive; 0 with a range
 * @param to epoch seconds, exclusive
 */
record ChartQuery(
        Interval interval, @Nullable ChartRange range, long from, long to, boolean dividends, boolean splits) {

    /** @throws InvalidRequestException if a parameter makes no sense */
    static ChartQuery of(Map<String, String> parameters, long now) {
        Interval interval = interval(parameters.getOrDefault("interval", "1d"));
        String events = parameters.getOrDefault("events", "");
        boolean bounded = parameters.containsKey("period1") || parameters.containsKey("period2");
        ChartRange range = bounded ? null : range(parameters.getOrDefault("range", "1d"));
        long from = bounded ? seconds(parameters, "period1", 0) : 0;
        long to = bounded ? seconds(parameters, "period2", now + 1) : now + 1;
        if (from >= to) {
            throw refused("Invalid input - start date cannot be after end date. startDate = %s, endDate = %s"
                    .formatted(from, to));
        }
        return new ChartQuery(interval, range, from, to, events.contains("div"), events.contains("split")).downgraded();
    }

    /** Yahoo silently answers a request for all daily rows with quarterly ones. */
    private ChartQuery downgraded() {
        boolean tooMuch = range == ChartRange.EVERYTHING && interval == Interval.DAY;
        return tooMuch ? new ChartQuery(Interval.QUARTER, range, from, to, dividends, splits) : this;
    }

    String rangeText() {
        return range == null ? "" : range.text();
    }

    int firstSession(Listing listing) {
        return range == null ? listing.calendar().lastOpened(from - 1) + 1 : range.firstSession(listing);
    }

    int lastSession(Listing listing) {
        return Math.min(listing.last(), listing.calendar().lastOpened(to - 1));
    }

    private static Interval interval(String text) {
        String valid = Arrays.stream(Interval.values()).map(Interval::text).collect(Collectors.joining(", ", "[", "]"));
        return Interval.of(text)
                .orElseThrow(() -> refused(
                        "Invalid input - interval=%s is not supported. Valid intervals: %s".formatted(text, valid)));
    }

    private static ChartRange range(String text) {
        return ChartRange.of(text)
                .orElseThrow(() -> refused("Invalid input - range=%s is not supported. Valid ranges: %s"
                        .formatted(text, ChartRange.texts())));
    }

    private static long seconds(Map<String, String> parameters, String name, long otherwise) {
        String text = parameters.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused("Invalid input - %s=%s is not a time".formatted(name, text));
        }
    }

    private static InvalidRequestException refused(String description) {
        return new InvalidRequestException(YahooErrors.badRequest(description.replaceAll("[\"\\\\\\p{Cntrl}]", "?")));
    }
}
