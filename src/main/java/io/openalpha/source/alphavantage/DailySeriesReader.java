package io.openalpha.source.alphavantage;

import io.openalpha.market.DailyBar;
import io.openalpha.source.http.Redaction;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NoData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a body of {@code TIME_SERIES_DAILY}, whose prices are as traded. */
final class DailySeriesReader {

    /** An hour after the close in New York, when auctions and late reports are in. */
    private static final LocalTime SETTLED = LocalTime.of(17, 0);

    private static final String KEY = "Time Series";

    private final String symbol;
    private final Instant now;
    private final Redaction redaction;

    /**
     * @param symbol whose series is accepted, in Alpha Vantage's spelling
     * @param now the time of the request
     */
    DailySeriesReader(String symbol, Instant now, Redaction redaction) {
        this.symbol = symbol;
        this.now = now;
        this.redaction = redaction;
    }

    /** @throws SourceException if the body holds an error or anything but days of the symbol */
    List<DailyBar> read(JsonNode body, HistoryRange range) throws SourceException {
        JsonNode days = ErrorReader.startingWith(KEY, body);
        if (!days.isObject() || days.isEmpty()) {
            throw new SourceException(new ErrorReader(symbol, now, redaction).failure(KEY, body));
        }
        JsonNode meta = body.path("Meta Data");
        if (!ErrorReader.startingWith("2. Symbol", meta).asString("").equals(symbol)) {
            throw new SourceException(new Garbled("series is not of " + symbol));
        }
        List<DailyBar> bars = new ArrayList<>(days.size());
        boolean sound = false;
        for (Map.Entry<String, JsonNode> day : days.properties()) {
            DailyBar bar = bar(day.getKey(), day.getValue());
            sound |= bar != null && Double.isFinite(bar.close());
            if (bar != null && range.contains(bar.date())) {
                bars.add(bar);
            }
        }
        if (!sound) {
            throw new SourceException(new Garbled("no day of %s makes sense".formatted(symbol)));
        }
        if (bars.isEmpty()) {
            throw new SourceException(
                    new NoData("no day of %s from %s to %s".formatted(symbol, range.from(), range.to())));
        }
        bars.sort(Comparator.comparing(DailyBar::date));
        return bars;
    }

    /** The bar of a day, with NaN for what is no number; null if the day is none. */
    private @Nullable DailyBar bar(String day, JsonNode values) {
        try {
            LocalDate date = LocalDate.parse(day);
            return DailyBar.asTraded(
                    date,
                    number("1. open", values),
                    number("2. high", values),
                    number("3. low", values),
                    number("4. close", values),
                    volume(number("5. volume", values)),
                    now.isAfter(date.atTime(SETTLED).atZone(QuotaDay.ZONE).toInstant()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Missing or not a number, it does not cost the prices. */
    private static long volume(double volume) {
        return Double.isNaN(volume) ? 0 : (long) volume;
    }

    private static double number(String key, JsonNode values) {
        try {
            return Double.parseDouble(values.path(key).asString(""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
